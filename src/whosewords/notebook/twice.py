"""A second press that comes before the first one was seen: for whom was it meant?

Presses wait in a row until the kernel is free, and a key that is held presses again and again. What stands
under a button may have changed by then, so a press right after another was meant for what stood there before.
"""

import time

SEEN = 0.8  # seconds until somebody has seen what a press did


class Last:
    """The last press: whether another one came too soon after it to be meant for what stands there now."""

    def __init__(self):
        self.of, self.at = None, 0.0

    def note(self, of):
        """Note what was pressed, when all that it does is done."""
        self.of, self.at = of, time.monotonic()

    def again(self, of):
        """Whether the same was pressed just now."""
        return of == self.of and time.monotonic() - self.at < SEEN
