"""A cell that is run again gives up what it showed before: its controls, and its answer among IPython's.

Both are gone from the page, and the kernel would keep them as long as it lives: 4 MB each time that Lesson 5
is run from top to bottom.
"""

from .live import drawn


def install(shell):
    """Have what a cell showed forgotten when it is run again: the same cell on the page, or where a program
    runs it without a page, the same words."""
    known = {}

    def before(info):
        number, lives = known.pop(_cell(info), (None, ()))
        for live in lives:
            live.close()
        for names in (shell.user_ns, shell.user_ns_hidden):
            names.pop(f"_{number}", None)
        shell.user_ns.get("_oh", {}).pop(number, None)

    def after(result):
        known[_cell(result.info)] = result.execution_count, [*drawn]
        drawn.clear()

    shell.events.register("pre_run_cell", before)
    shell.events.register("post_run_cell", after)


def _cell(info):
    return info.cell_id or info.raw_cell
