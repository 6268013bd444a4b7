"""When a field that somebody types in acts: after Enter, after a pause."""

import asyncio

AFTER_ENTER = 0.25  # seconds until what stood in the field has arrived
PAUSE = 1.5  # seconds without typing after which an open answer is saved


def on_enter(field, act):
    """Call `act` when Enter is pressed in a field: whoever types a number need not go on to the button."""
    # The browser tells of the key first and of what was typed right after it.
    field.on_msg(lambda _, content, buffers: later(AFTER_ENTER, act) if "event" in content else None)


def after_a_pause(field, act):
    """Call `act` when nobody has typed in a field for a moment; at once where there is no clock."""
    waiting = []

    def typed(_):
        while waiting:
            waiting.pop().cancel()
        waiting.extend(later(PAUSE, act))

    field.observe(typed, "value")


def later(seconds, act):
    """Call `act` after some seconds, and give what can cancel that, in a list; at once where there is no
    clock."""
    try:
        return [asyncio.get_running_loop().call_later(seconds, act)]
    except RuntimeError:
        act()
        return []
