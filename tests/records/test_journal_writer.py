"""The writer's thread: no page waits for it, what cannot be written stays, it ends in time."""

import threading
from collections.abc import Sequence

from kiosk.records.journal_entries import Entered, Entry
from kiosk.records.journal_file import Outcome
from kiosk.records.journal_notices import Notice
from kiosk.records.journal_writer import Batch, Writer


class Disk:
    """A small disk that writes once it is let, and answers as it is told."""

    def __init__(self, answers: Sequence[Outcome] = (), *, stuck: bool = False) -> None:
        self.written: list[Batch] = []
        self.tries = 0
        self.closed = False
        self.notices: tuple[Notice, ...] = ()
        self.moves = threading.Event()
        self.tried = threading.Event()
        self._answers = list(answers)
        if not stuck:
            self.moves.set()

    def open(self) -> None:
        """Nothing to make ready."""

    def write(self, batch: Sequence[Entry]) -> Outcome:
        """Waits until the disk moves, then gives the next answer."""
        self.tries += 1
        self.tried.set()
        self.moves.wait(20)
        answer = self._answers.pop(0) if self._answers else "written"
        if answer == "written":
            self.written.append(tuple(batch))
        return answer

    def close(self) -> None:
        """Notes that it is closed."""
        self.closed = True


def batch(number: int) -> Batch:
    return (Entered("aa", number, "setup/who", 0),)


def test_what_is_taken_is_written_in_its_order_before_the_end():
    disk = Disk()
    writer = Writer(disk)

    for number in range(300):
        writer.take(batch(number))
    whole = writer.close(20)

    assert whole
    assert disk.written == [batch(number) for number in range(300)]
    assert disk.closed


def test_a_disk_that_hangs_holds_up_neither_the_page_nor_the_end():
    disk = Disk(stuck=True)
    writer = Writer(disk)

    writer.take(batch(0))
    disk.tried.wait(20)
    writer.take(batch(1))
    whole = writer.close(0.01)

    assert not whole
    assert disk.written == []
    disk.moves.set()
    assert writer.close(20)


def test_what_cannot_be_written_now_is_tried_again():
    disk = Disk(["later", "later", "written"])
    writer = Writer(disk, retry_seconds=0.001)

    writer.take(batch(0))
    writer.take(batch(1))
    third = threading.Event()
    while disk.tries < 3:
        third.wait(0.001)
    whole = writer.close(20)

    assert whole
    assert disk.written == [batch(0), batch(1)]


def test_at_the_end_what_is_left_is_tried_once_more_and_no_longer():
    disk = Disk(["later"] * 9)
    writer = Writer(disk, retry_seconds=1000)
    writer.take(batch(0))
    disk.tried.wait(20)

    whole = writer.close(20)

    assert not whole
    assert disk.tries == 2
    assert disk.closed


def test_no_more_is_kept_than_there_is_room_for_and_the_rest_is_told():
    disk = Disk(stuck=True)
    writer = Writer(disk, most_kept=3)
    writer.take(batch(0))
    disk.tried.wait(20)

    for number in range(1, 6):
        writer.take(batch(number))

    told = writer.notices
    disk.moves.set()
    writer.close(20)
    assert told == (Notice("lost", count=3),)
    assert str(told[0]) == "3 steps of visits could not be kept in the journal."
    assert disk.written == [batch(0), batch(1), batch(2)]


def test_what_is_refused_for_good_is_counted_and_the_next_is_written():
    disk = Disk(["never"])
    writer = Writer(disk)

    writer.take(batch(0))
    writer.take(batch(1))
    whole = writer.close(20)

    assert whole
    assert writer.notices == (Notice("lost", count=1),)
    assert disk.written == [batch(1)]
