"""What a lesson asks, as controls in a notebook, and as text everywhere else.

What is asked and answered is decided in `classroom`; a class here only adds how it is shown: it inherits from
`Live` and from the state that it shows, and gives its `controls`.
"""

import json
from functools import cached_property, wraps

from .. import files
from ..display.html import without_maths

CALL = "whosewords_call"  # in the metadata of an output: what drew it, so that an export can draw it anew

drawn: list["Live"] = []  # what the running cell has shown as controls


class Live:
    """Something that is shown as controls. A subclass has `controls()`, which makes the widget.

    `made_by` is the name of the call that gave it, with what stood between its brackets.
    """

    made_by = None

    @classmethod
    def of(cls, state, made_by=None):
        """The same state, shown as controls."""
        self = cls.__new__(cls)
        vars(self).update(vars(state), made_by=made_by)
        return self

    @cached_property
    def widget(self):
        """The controls, made when they are first shown."""
        import ipywidgets

        vars(self)["made"] = made = []
        ipywidgets.Widget.on_widget_constructed(made.append)
        try:
            return self.controls()
        finally:
            ipywidgets.Widget.on_widget_constructed(None)
            drawn.append(self)

    def close(self):
        """Give up the controls, and say how many; they are made anew where this is shown again."""
        made = vars(self).pop("made", ())
        for widget in made:
            widget.close()
        vars(self).pop("widget", None)
        return len(made)

    def _repr_mimebundle_(self, include=None, exclude=None):
        from .twins import twin

        # Nobody works controls while nbgrader grades; whoever marks sees the answer that was handed in.
        bundle = {} if files.graded() else self.widget._repr_mimebundle_()
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        shown = {**(data or {}), "text/html": str(without_maths(twin(self))), "text/plain": repr(self)}
        return shown, {CALL: self.made_by} if _is_plain(self.made_by) else {}


def shown_by(kind, call):
    """A call whose answer is shown as controls of this kind; an answer of another class stays as it is."""
    state = kind.__mro__[-2]  # the class below `object` that holds what is shown

    @wraps(call)
    def shown(*arguments, **options):
        answer = call(*arguments, **options)
        return kind.of(answer, [call.__name__, arguments, options]) if type(answer) is state else answer

    return shown


def _is_plain(call):
    """Whether a call can be written down in a notebook: names and numbers, and no article or table."""
    try:
        return call is not None and bool(json.dumps(call))
    except (TypeError, ValueError):
        return False
