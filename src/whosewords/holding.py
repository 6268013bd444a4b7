"""Hold a file while it is read and written, so that two notebooks do not write over each other.

The lock is the operating system's: it is given back when a program dies, so it can never hang.
"""

import time
from contextlib import contextmanager

PATIENCE = 2  # seconds to wait for another notebook that is writing


@contextmanager
def held(path):
    """Hold the file at `path` for a while; gives True where that worked.

    Where there are no locks (in a browser, on some network drives, in a folder that cannot be written) we go
    on without one.
    """
    lock, mine = None, False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = open(path.with_name(f".{path.name}.lock"), "a", encoding="utf-8")  # noqa: SIM115
        mine = _wait_for(lock)
    except OSError:
        pass
    try:
        yield mine
    finally:
        if lock:
            lock.close()


def _wait_for(handle):
    take = _lock_of_this_system()
    until = time.monotonic() + PATIENCE
    while take:
        try:
            take(handle.fileno())
            return True
        except OSError:
            if time.monotonic() > until:
                break
            time.sleep(0.005)
    return False


def _lock_of_this_system():
    try:
        import fcntl

        return lambda number: fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ImportError:
        pass
    try:
        import msvcrt

        return lambda number: msvcrt.locking(number, msvcrt.LK_NBLCK, 1)
    except ImportError:
        return None
