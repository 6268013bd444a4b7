"""The hand check and the sentence lab on a page without a kernel: to tick, to write in, to look up.

What a page can say about an answer is worked out when the page is made.
"""

from html import escape

from ..classroom.lab import TASKS, analyse, check, drawing, rewrite
from ..classroom.lab.state import started
from ..classroom.lab.tasks import NO_RULE, stated
from ..display.html import asked, folded, picks, wide
from ..measures.precision import VERDICTS, precision

FEWEST = 10  # hits judged; a figure from fewer says next to nothing
EXAMPLE = (15, 17)  # right, judged


def hits(cases, rule):
    """Hits to judge one by one, and a table in which readers find what their verdicts amount to.

    cases: (place, the hit in its sentence as HTML, our summary of the paragraph) for each hit. rule: what the
    verdicts mean.
    """
    return (
        f'<div class="hits"><p>{escape(rule)}</p><div class="side">'
        + "".join(_hit(number, len(cases), *case) for number, case in enumerate(cases, 1))
        + "</div>"
        + _sums()
        + lookup(len(cases))
        + "</div>"
    )


def _hit(number, of, place, sentence, summary):
    inside = f'{sentence}<p class="small"><strong>In short (ours):</strong> {escape(summary)}</p>'
    verdicts = picks("radio", f"hit-{number}", VERDICTS.items(), "picks row")
    return asked(place, f"Hit {number} of {of}", inside + verdicts, "ask hit")


def _sums():
    """Where a reader writes how many there are of each verdict."""
    fields = "".join(
        f'<li><label>{name} <input type="text" inputmode="numeric" size="3"></label></li>'
        for name in VERDICTS.values()
    )
    return asked("", "Count your verdicts", f'<ul class="picks row" role="list">{fields}</ul>')


def lookup(number):
    """A table of every result from ten judged hits on: precision and its range, of 100."""
    judged = range(number, FEWEST - 1, -1)
    head = "".join(f'<th scope="col">{n} judged</th>' for n in judged)
    rows = "".join(
        f'<tr><th scope="row">{right} right</th>{"".join(_cell(right, n) for n in judged)}</tr>'
        for right in range(number + 1)
    )
    table = f'<table class="lookup"><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table>'
    return f"<h3>Look your result up</h3>{_how()}{wide(table, 'Table: precision and range for every result')}"


def _how():
    right, judged = EXAMPLE
    share, low, high = _of_hundred(right, judged)
    return (
        "<p><strong>Judged</strong> means right and wrong together, without “cannot tell”. The large figure "
        "is the precision, of 100. The range below it is how far chance alone can move it. An example: "
        f"{right} right and {judged - right} wrong are {judged} judged. That is {share} of 100, and chance "
        f"leaves it anywhere from {low} to {high}. Under {FEWEST} judged hits there is no figure here: it "
        "would say next to nothing.</p>"
    )


def _cell(right, judged):
    if right > judged:
        return "<td></td>"
    share, low, high = _of_hundred(right, judged)
    return f"<td><b>{share}</b> <small>{low} to {high}</small></td>"


def _of_hundred(right, judged):
    found = precision(["right"] * right + ["wrong"] * (judged - right))
    return [round(100 * value) for value in found[:3]]


def rewrites():
    """Our own rewrite for each task: {task: {"text": …, "because": …}}, from data/lab.toml."""
    return stated()["tasks"]


def sentence_lab():
    """The four tasks of the lab as think-and-reveal, with one rewrite of ours for each."""
    return (
        "<p>In the notebook the lab counts while you type. Here are its four tasks for a pen or this page: "
        "write your version first, then open ours.</p>"
        f'{drawing.style()}<div class="ww-task ww-lab">{drawing.legend()}{drawing.about()}</div>'
        + "".join(_task(number, task) for number, task in enumerate(TASKS.values(), 1))
    )


def _task(number, task):
    article, paragraph = task.start
    first, sample = started(article, paragraph).text, rewrites()[task.id]
    rubric = "".join(f"<li>{escape(line)}</li>" for line in task.rubric)
    inside = (
        f"<p>{escape(task.todo)}</p>"
        f'<p class="small">The text to start from: {escape(drawing.named(article, paragraph))}</p>'
        f'<div class="ww-task ww-lab">{drawing.marked(analyse(first))}</div>'
        f'<p class="small">{escape(task.rule)}</p>'
        '<p><label>My version<textarea rows="5"></textarea></label></p>'
        f'<p class="small">No rule can check the rest:</p><ul>{rubric}</ul>'
        + folded("key", "Written? One version of ours", _sample(task.id, first, sample))
    )
    return asked(f"The sentence lab · {number} of {len(TASKS)}", task.name, inside)


def _sample(task, first, sample):
    """Our rewrite with its marks, its counts beside those of the first version, and what the rule says."""
    shown = rewrite(sample["text"], first=first, task=task).view
    reply = check(task, analyse(first), analyse(sample["text"]))
    told = " ".join(line.text for line in reply.lines[: [line.text for line in reply.lines].index(NO_RULE)])
    return f"{shown}<p>{escape(told)}</p><p>{escape(sample['because'])}</p>"
