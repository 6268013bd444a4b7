"""When a field that somebody types in acts: after Enter, after a pause, before something else is done."""

import asyncio

AFTER_ENTER = 0.25  # seconds until what stood in the field has arrived
PAUSE = 1.5  # seconds without typing after which an open answer is saved

_waiting: dict = {}  # {field that was typed in: (what will act after the pause, what acts)}


def on_enter(field, act):
    """Call `act` when Enter is pressed in a field: whoever types a number need not go on to the button."""
    # The browser tells of the key first and of what was typed right after it.
    field.on_msg(lambda _, content, buffers: later(AFTER_ENTER, act) if "event" in content else None)


def after_a_pause(field, act):
    """Call `act` when nobody has typed in a field for a moment, or when `settle` is called; at once where
    there is no clock."""

    def acted():
        _waiting.pop(field, None)
        act()

    def typed(_):
        if field in _waiting:
            _waiting.pop(field)[0].cancel()
        if clock := later(PAUSE, acted):
            _waiting[field] = clock, acted

    field.observe(typed, "value")


def settle(_=None):
    """Do now what waits for a pause: a button or a line that is run takes what was typed just before."""
    for clock, acted in [*_waiting.values()]:
        clock.cancel()
        acted()


def later(seconds, act):
    """Call `act` after some seconds, and give what can cancel that; at once where there is no clock."""
    try:
        return asyncio.get_running_loop().call_later(seconds, act)
    except RuntimeError:
        act()
