"""Calls of one function on very many things, by several processes, with the answers in order.

Only so many things are on their way that memory stays flat. A process that dies over a thing takes nothing
along: the others' things are done again, and that one thing is told of.
"""

import os
import signal
import threading
from collections import deque
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from multiprocessing import get_context, parent_process

AHEAD = 16  # things for each process that are read, and not yet answered: one long text keeps nobody waiting


def processors():
    """How many processors this program may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Died(Exception):
    """Whatever measured a thing died over it, more than once."""


class Processes:
    """`number` processes of this computer."""

    def __init__(self, number):
        self.number, self._pool = number, None

    def submit(self, call, *things):
        self._pool = self._pool or ProcessPoolExecutor(self.number, get_context("spawn"), _begin)
        return self._pool.submit(call, *things)

    def close(self):
        """Let go of all processes; what they have not begun is not done."""
        pool, self._pool = self._pool, None
        if pool:
            pool.shutdown(cancel_futures=True)


def answers(call, things, workers, died):
    """call(*thing) of each thing, in order.

    workers: has `number`, `submit` and `close`. died: what is the answer for a thing over which a process
    died twice, given the thing.
    """
    waiting: deque = deque()
    for thing in things:
        waiting.append((thing, _sent(workers, call, thing)))
        if len(waiting) >= AHEAD * workers.number:
            yield _first(waiting, call, workers, died)
    while waiting:
        yield _first(waiting, call, workers, died)


def _sent(workers, call, thing):
    """The future of a call; of a pool that is broken, one that says so."""
    try:
        return workers.submit(call, *thing)
    except BrokenExecutor:
        return None


def _first(waiting, call, workers, died):
    thing, future = waiting.popleft()
    try:
        return _answer(future)
    except Died:
        return died(*thing)
    except BrokenExecutor:
        workers.close()
    try:  # alone, since it may have been another thing that broke them
        return _answer(_sent(workers, call, thing))
    except BrokenExecutor:
        workers.close()
        return died(*thing)
    finally:
        others = [other for other, _ in waiting]
        waiting.clear()
        waiting.extend((other, _sent(workers, call, other)) for other in others)


def _answer(future):
    if future is None:
        raise BrokenExecutor
    return future.result()


def _begin():
    """A process ends at once when somebody stops the program, and when the program itself is no more."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=_end_with, args=[parent_process()], daemon=True).start()


def _end_with(parent):
    parent.join()
    os._exit(1)
