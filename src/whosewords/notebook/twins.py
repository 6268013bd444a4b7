"""What controls show, as HTML that stands still: the question, and the answer as it is at that moment.

A notebook keeps both. Where there is no kernel to work the controls (an export, a print, another program),
the still one is what is read.
"""

from functools import singledispatch

from ..classroom import exit_ticket, hand_check, lab, own_frames, own_list, tagging, tasks
from ..classroom.asking import AREA, MANY, ONE, ORDER
from ..classroom.frame_boxes import EMPTY
from ..classroom.frames_compared import Compared, short
from ..classroom.kinds import kind_of
from ..classroom.lab import drawing
from ..classroom.replies import question_html
from ..classroom.settings import Settings
from ..classroom.unlocking import Unlocking
from ..display import replies
from ..display.html import bullets, code, lined, named, numbered, paragraph, paragraphs, strong, together
from ..display.replies import head, part, question, small
from ..lexicon.own import differences
from ..measures.frames import BOXES
from ..measures.precision import VERDICTS
from ..measures.tagging import CODES, SURE
from ..publish.static import Clocks, still

NOTHING = "No answer yet."


def twin(state):
    """The state of some controls as a card, with the look that it brings along."""
    return replies.still(drawn(state))


@singledispatch
def drawn(state):
    """What stands in the card; of anything without a drawing of its own, what it is printed as."""
    return paragraphs(repr(state).splitlines())


@drawn.register
def _(task: tasks.Task):
    one, value, reply = task.exercise, task.value, task.reply
    marks = reply.marks if reply else {}
    fields = kind_of(one).fields(one, value)
    answered = [_field(one, field, marks) for field in fields]
    if fields[0].item:
        options = max((field.options for field in fields), key=len)
        choice = small(f"Choose from: {' · '.join(option.text for option in options)}") if options else None
        answered = [choice, bullets(answered)]
    end = paragraph(NOTHING) if value is None else None
    return together(question_html(one), answered, end, reply.html() if reply else None)


def _field(one, field, marks):
    """A field with what stands in it: every option of one that is alone, else its row in a line."""
    mark = f" ({marks[field.item]})" if marks.get(field.item) else ""
    if field.item:
        return together(f"{field.label}: ", strong(_said(field)), mark)
    if field.form == ORDER:
        texts = dict(field.options)
        return numbered(_placed(texts[id], field.code, marks.get(id)) for id in field.value or texts)
    if field.form in (ONE, MANY):
        chosen = [field.value] if field.form == ONE else field.value or ()
        return bullets(_option(text, id in chosen, marks.get(id)) for id, text in field.options)
    if field.value is None:
        return together()
    if field.form == AREA:
        return replies.sample(field.value)
    return named("Your answer", *kind_of(one).lines(one, field.value))


def _said(field):
    """What stands in a row, in words; a dash for nothing."""
    if field.value in (None, "", []):
        return "–"
    chosen = field.value if field.form == MANY else [field.value]
    texts = dict(field.options)
    return ", ".join(str(texts.get(one, one)) for one in chosen)


def _placed(text, is_code, mark):
    return together(code(text) if is_code else text, f" ({mark})" if mark else None)


def _option(text, is_chosen, mark):
    return together(strong(f"{text} (chosen)"), f" {mark}" if mark else None) if is_chosen else text


@drawn.register
def _(ticket: exit_ticket.Ticket):
    first, second = ticket.questions
    before = ticket.before
    sure = dict(exit_ticket.SURENESS).get(before["confidence"], NOTHING)
    return together(
        head("Exit ticket"), question("", first), paragraph(strong(sure)),
        question("", second), paragraph(strong(before["word"] or NOTHING)),
    )  # fmt: skip


@drawn.register
def _(grid: own_frames.OwnGrid):
    def box(name, filled):
        told = grid.says(filled) if filled != EMPTY else NOTHING
        return part(f"{name.capitalize()}: {BOXES[name]}"), paragraph(short(filled)), small(told)

    boxes = [box(name, filled) for name, filled in grid.boxes.items()]
    beside = Compared(grid, ()).html() if grid.done else None
    return together(question("Your own frame grid", grid.name), boxes, beside)


@drawn.register
def _(check: hand_check.HandCheck):
    verdicts = check.verdicts
    hits = [
        together(hand_check.drawn(case, check.shelf), named("Your verdict", VERDICTS[verdicts[case.id]]))
        for case in check.cases
        if case.id in verdicts
    ]
    told = hand_check.result(check, verdicts).html() if verdicts else paragraph(NOTHING)
    rule = paragraph(" ".join([hand_check.RULE, *check.limits]))
    return together(head("Your own check"), rule, hits, told)


@drawn.register
def _(tagged: tagging.Tagging):
    codes, sure = tagged.codes, tagged.sure
    shown = tagging.listed(
        (item, named("Your code", ", ".join([CODES[codes[item.id]], *_how_sure(sure.get(item.id))])))
        for item in tagged.items
        if item.id in codes
    )
    told = tagged.result().html() if codes else paragraph(NOTHING)
    return together(head(f"Round {tagged.number}"), paragraph(tagging.RULE), shown, told)


def _how_sure(sure):
    return [SURE[sure].lower()] if sure else []


@drawn.register
def _(mine: Settings | Unlocking):
    return bullets(mine.lines())


@drawn.register
def _(shown: Clocks):
    return still(Clocks())


@drawn.register
def _(mine: own_list.ListInWork):
    return together(
        question("", "Your own list of loaded words"), paragraph(differences(mine.entries)), mine.effect()
    )


@drawn.register
def _(mine: lab.Lab):
    first = named("Your first version", lined(mine.draft.first)) if mine.draft.first.strip() else None
    shown = drawing.marked(mine.seen), drawing.legend(), drawing.figures(mine.seen, mine.first)
    return together(
        drawing.style(), question("", "The sentence lab"), first,
        drawing.in_card(part("Your text"), shown, drawing.loaded_words(mine.seen)),
    )  # fmt: skip
