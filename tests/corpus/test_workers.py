"""Many processes: answers in order, a bounded way ahead, and a death that takes nothing along."""

import os
import signal

from whosewords.corpus.workers import AHEAD, Died, Processes, answers, processors


def doubled(number):
    """At 13 the process dies, always."""
    if number == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


def told(batches, workers):
    return list(answers(doubled, batches, workers, lambda number: f"died over {number}"))


def test_a_process_that_dies_over_a_thing_takes_nothing_along():
    workers = Processes(2)
    try:
        batches = [[(number,) for number in range(first, first + 4)] for first in range(0, 40, 4)]
        assert told(batches, workers) == [2 * n if n != 13 else "died over 13" for n in range(40)]
    finally:
        workers.close()


class AtOnce:
    """Answers when it is asked, and remembers how far the reading had gone."""

    number = 2

    def __init__(self, dead=()):
        self.read, self.ahead, self.dead = 0, 0, dead

    def batches(self, number):
        for each in range(number):
            self.read += 1
            yield [(each,)]

    def submit(self, call, doubled, batch):
        workers = self

        class Future:
            def result(self):
                workers.ahead = max(workers.ahead, workers.read - batch[0][0])
                if batch[0][0] in workers.dead:
                    raise Died
                return call(doubled, batch)

        return Future()

    def renew(self):
        pass


def test_only_so_much_is_read_ahead():
    workers = AtOnce()
    numbers = [n for n in range(200) if n != 13]
    assert told((batch for batch in workers.batches(200) if batch != [(13,)]), workers) == [
        2 * n for n in numbers
    ]
    assert workers.ahead <= AHEAD * workers.number + 1


def test_whatever_measures_may_say_that_it_died():
    workers = AtOnce(dead=[3])
    assert told(workers.batches(5), workers) == [0, 2, 4, "died over 3", 8]


def test_there_is_a_processor():
    assert processors() >= 1
