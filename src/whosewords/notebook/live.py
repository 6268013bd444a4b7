"""What a lesson asks, as controls in a notebook, and as text everywhere else.

What is asked and answered is decided in `classroom`; a class here only adds how it is shown: it inherits from
`Live` and from the state that it shows, and gives its `controls`.
"""

from functools import cached_property, wraps


class Live:
    """Something that is shown as controls. A subclass has `controls()`, which makes the widget."""

    @classmethod
    def of(cls, state):
        """The same state, shown as controls."""
        self = cls.__new__(cls)
        vars(self).update(vars(state))
        return self

    @cached_property
    def widget(self):
        """The controls, made when they are first shown."""
        return self.controls()

    def _repr_mimebundle_(self, include=None, exclude=None):
        bundle = self.widget._repr_mimebundle_()
        data = bundle[0] if isinstance(bundle, tuple) else bundle
        return {**(data or {}), "text/plain": repr(self)}


def shown_by(kind, call):
    """A call whose answer is shown as controls of this kind; an answer of another class stays as it is."""
    state = kind.__mro__[-2]  # the class below `object` that holds what is shown

    @wraps(call)
    def shown(*arguments, **options):
        answer = call(*arguments, **options)
        return kind.of(answer) if type(answer) is state else answer

    return shown
