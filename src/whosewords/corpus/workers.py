"""Calls of one function on very many things, by several processes, with the answers in order.

Things are sent in batches, and only so many are on their way that memory stays flat. A process that dies over
a thing takes nothing along: what it had in hand is done again one by one, and that one thing is told of.
"""

import os
import signal
import threading
from collections import deque
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import get_context, parent_process

AHEAD = 6  # batches for each process that are read and not yet answered: one long text keeps nobody waiting


def processors():
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Died(Exception):
    """What measured a batch died over it."""


DEAD = Died, BrokenExecutor


class Processes:
    """`number` processes of this computer."""

    def __init__(self, number):
        self.number, self._pool = number, None

    def submit(self, call, *things):
        self._pool = self._pool or ProcessPoolExecutor(self.number, get_context("spawn"), _begin)
        return self._pool.submit(call, *things)

    def renew(self):
        """Let go of all processes; what they have not begun is not done."""
        pool, self._pool = self._pool, None
        if pool:
            pool.shutdown(cancel_futures=True)

    close = renew


def answers(call, batches, workers, died):
    """call(*thing) of each thing of each batch, in order.

    workers: has `number`, `submit` and `renew`. died: the answer for a thing over which a process died that
    had nothing else in hand.
    """
    waiting: deque = deque()
    for batch in batches:
        waiting.append((batch, _sent(workers, call, batch)))
        if len(waiting) >= AHEAD * workers.number:
            yield from _first(waiting, call, workers, died)
    while waiting:
        yield from _first(waiting, call, workers, died)


def all_of(call, batch):
    """What a process does at one go."""
    return [call(*thing) for thing in batch]


def _sent(workers, call, batch):
    """The future of a batch; None where a process has just died, so that nothing can be sent."""
    try:
        return workers.submit(all_of, call, batch)
    except BrokenExecutor:
        return None


def _first(waiting, call, workers, died):
    """The answers of the batch that was sent first."""
    batch, future = waiting.popleft()
    try:
        return _answer(future)
    except DEAD:
        workers.renew()
    found = [_alone(thing, call, workers, died) for thing in batch]
    others = [other for other, _ in waiting]  # the dead process may have had one of these in hand
    waiting.clear()
    waiting.extend((other, _sent(workers, call, other)) for other in others)
    return found


def _alone(thing, call, workers, died):
    try:
        return _answer(_sent(workers, call, [thing]))[0]
    except DEAD:
        workers.renew()
        return died(*thing)


def _answer(future):
    if future is None:
        raise Died
    return future.result()


def _begin():
    """A process ends at once when somebody stops the program, and when the program itself is no more."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=[parent_process()], daemon=True).start()


def _end_with(parent):
    parent.join()
    os._exit(1)
