"""A cell that is run again gives up what it showed before: its controls, and its answer among IPython's.

Both are gone from the page, and the kernel would keep them as long as it lives: each time that Lesson 5 is
run from top to bottom 4 MB of controls and 1.4 MB of what was drawn.
"""

import gc

from .live import drawn

KEPT = "outputs", "exceptions"  # of the history, by the number of a run, from IPython 9 on
CLOSED = 200  # controls, after which Python looks for what they leave: by itself it would do so too seldom


def install(shell):
    """Have what a cell showed forgotten when it is run again: the same cell on the page, or where a program
    runs it without a page, the same words."""
    known, closed = {}, 0

    def before(info):
        nonlocal closed
        number, lives = known.pop(_cell(info), (None, ()))
        for live in lives:
            closed += live.close()
        if closed > CLOSED:
            closed = 0
            gc.collect()
        if number:
            _forget(shell, number)

    def after(result):
        known[_cell(result.info)] = result.execution_count, [*drawn]
        drawn.clear()

    shell.events.register("pre_run_cell", before)
    shell.events.register("post_run_cell", after)


def _forget(shell, number):
    """Take a run, its answer, its line and what was drawn of it from all places where IPython keeps them."""
    history = shell.history_manager
    for names in (shell.user_ns, shell.user_ns_hidden):
        names.pop(f"_{number}", None), names.pop(f"_i{number}", None)
    for kept in (shell.user_ns.get("_oh"), *(getattr(history, name, None) for name in KEPT)):
        (kept or {}).pop(number, None)
    for lines in (history.input_hist_parsed, history.input_hist_raw):
        lines[number : number + 1] = [""] * len(lines[number : number + 1])  # the others keep their numbers
    if not history.enabled:
        history.db_input_cache.clear()  # nobody will write these lines down


def _cell(info):
    return info.cell_id or info.raw_cell
