"""Sitting the test before or after: `before_after()`. Nothing is told to be right or wrong; what is answered
is kept on this computer, in the work file."""

from ..display import replies as looks
from ..display.html import paragraph, together
from ..files import settings
from ..problems import Problem, arrived, did_you_mean
from .answers import understand
from .before_after import ATTITUDE, FORMS, form
from .my_work import work
from .replies import question_text, saved
from .tasks import with_notes

KIND = "test"  # of an entry
ENTRY = "test."  # and a form: where its answers are kept
TOLD = "{done} of {of} answered."
KEPT = "Saved. {told} Nothing is sent, and nobody gets a mark. You can still change your answers."
LEFT = "Still open"
SAVE = "Save my answers"
OPINION = "An opinion"
SAY = {  # pages say the same
    "told": TOLD,
    "kept": "{saved} {told} You can still change your answers.",
    "left": LEFT,
}


def before_after(name=None, answers=None):
    """The test before and after the lessons: before_after("A"), some weeks later before_after("B").

    Typed: before_after("A", {"1": "clock", "4": "reckless"}). Without a name it is the form that you have not
    begun.
    """
    chosen = _next() if name is None else arrived(name).upper()
    sitting = Sitting(chosen)
    return sitting if answers is None else sitting.take(answers)


def _next():
    """The form that was begun and has tasks left, else the first that was not begun, else the last."""
    sat = [Sitting(name) for name in FORMS]
    open_now = [one for one in sat if len(one.answers) < len(one.form.tasks)]
    return (open_now or sat[-1:])[0].form.name


class Sitting:
    """A form of the test with what was answered so far. Printed, it says how to answer by typing."""

    def __init__(self, name):
        self.form = form(name)

    @property
    def answers(self):
        """What was answered so far and can be read: {id of a task: answer}."""
        kept = work().get(ENTRY + self.form.name).get("answers")
        kept = kept if isinstance(kept, dict) else {}
        read = {short(task): understood(task, kept.get(short(task))) for task in self.form.tasks}
        return {id: value for id, value in read.items() if value is not None}

    def take(self, answers):
        """Add answers and save; gives a `Reply`. What is no answer is told, and then nothing is changed."""
        if not isinstance(answers, dict):
            raise Problem(
                f'before_after() takes a form and answers by their numbers, such as before_after("A", '
                f'{{"1": "clock"}}), but got “{arrived(answers)}”.'
            )
        tasks = {short(task): task for task in self.form.tasks}
        unknown = [id for id in answers if str(id) not in tasks]
        if unknown:
            raise did_you_mean(unknown[0], list(tasks), "task of the test")
        new = {str(id): understand(tasks[str(id)], given) for id, given in answers.items()}
        every = {**self.answers, **new}

        def kept(entry):
            return {**entry, "kind": KIND, "answers": every, "value": self.told(every)}

        work().change(ENTRY + self.form.name, kept)
        open_now = ", ".join(told_as(id) for id in tasks if id not in every)
        left = f"{LEFT}: {open_now}." if open_now else ""
        return with_notes(saved(" ".join(filter(None, [KEPT.format(told=self.told(every)), left]))))

    def told(self, answers):
        """How many tasks are answered, as a sentence."""
        return TOLD.format(done=len(answers), of=len(self.form.tasks))

    @property
    def head(self):
        """What stands over the tasks."""
        return f"{title()}: form {self.form.name}", settings("before_after.toml")["todo"]

    def html(self):
        """The head and the text to read, as HTML."""
        name, todo = self.head
        return together(looks.question("", name), paragraph(todo), paragraph(self.form.text))

    def __repr__(self):
        asked = "\n\n".join(_asked(task) for task in self.form.tasks)
        typed = f'Answer like this: before_after("{self.form.name}", {{"1": "…", "4": "…, …"}})'
        return "\n\n".join([*self.head, self.form.text, asked, self.told(self.answers), typed])


def title():
    """What the test is called."""
    return settings("before_after.toml")["title"]


def short(task):
    """The id of a task without its form: the same in both."""
    return task.id.partition(".")[2]


def told_as(name):
    """What a task is called in a list: its number, or an opinion."""
    return OPINION.lower() if name.startswith(ATTITUDE) else name


def task_name(task):
    """What a task is called where it is asked: by its number, or an opinion."""
    return OPINION if short(task).startswith(ATTITUDE) else f"Task {short(task)}"


def _asked(task):
    """A task as text, without the line that says how to answer an exercise."""
    lines = question_text(task).splitlines()
    return "\n".join([f"{short(task)}. {lines[1]}", *lines[2:-1]])


def understood(task, value):
    """An answer to a task as it is kept; None where it is none, or not whole."""
    try:
        return None if value is None else understand(task, value)
    except (Problem, TypeError, ValueError):
        return None
