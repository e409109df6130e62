"""Writes the journal in a thread of its own, so that no page ever waits for a disk.

What cannot be written now stays in memory, up to a bound, and is tried again.
"""

import logging
import threading
from collections import deque
from collections.abc import Sequence
from typing import Protocol

from kiosk.records.journal_entries import Entry
from kiosk.records.journal_file import Outcome
from kiosk.records.journal_notices import Notice

MOST_KEPT = 5_000
RETRY_SECONDS = 15.0

Batch = tuple[Entry, ...]
_log = logging.getLogger(__name__)


class Store(Protocol):
    """Where batches go. Only the writer's thread calls it, but for `notices`."""

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What staff should know about it."""

    def open(self) -> None:
        """Makes it ready, as far as that can be."""

    def write(self, batch: Sequence[Entry]) -> Outcome:
        """Writes all of the batch, or nothing."""

    def close(self) -> None:
        """Lets go of it."""


class Writer:
    """Takes batches from the window's thread, and writes them one after the other in its own."""

    def __init__(
        self, store: Store, most_kept: int = MOST_KEPT, retry_seconds: float = RETRY_SECONDS
    ) -> None:
        self._store = store
        self._most_kept = most_kept
        self._retry_seconds = retry_seconds
        self._kept: deque[Batch] = deque()
        self._change = threading.Condition()
        self._closing = False
        self._lost = 0
        self._thread = threading.Thread(target=self._work, name="journal", daemon=True)
        self._thread.start()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What staff should know at present."""
        lost = (Notice("lost", count=self._lost),) if self._lost else ()
        return (*self._store.notices, *lost)

    def take(self, batch: Batch) -> None:
        """Keeps the batch until it is written. Never waits; what is too much is counted as lost."""
        with self._change:
            if len(self._kept) < self._most_kept:
                self._kept.append(batch)
            else:
                self._lost += 1
            self._change.notify()

    def close(self, seconds: float) -> bool:
        """Writes what is left, for so long at most; tells whether all of it is on the disk."""
        with self._change:
            self._closing = True
            self._change.notify()
        self._thread.join(seconds)
        return not self._kept

    def _work(self) -> None:
        self._store.open()
        self._tell(())
        while (batch := self._next()) is not None:
            told = self._store.notices
            last_try = self._closing
            outcome = self._store.write(batch)
            self._tell(told)
            if not self._goes_on_after(outcome, last_try):
                break
        self._store.close()

    def _next(self) -> Batch | None:
        """The oldest batch, as soon as there is one; None when all is done and no more will come.

        It stays among those that are kept until it is written."""
        with self._change:
            self._change.wait_for(lambda: self._kept or self._closing)
            return self._kept[0] if self._kept else None

    def _goes_on_after(self, outcome: Outcome, last_try: bool) -> bool:
        with self._change:
            if outcome == "later":
                self._change.wait_for(lambda: self._closing, self._retry_seconds)
                return not last_try
            self._kept.popleft()
            self._lost += outcome == "never"
            return True

    def _tell(self, told: tuple[Notice, ...]) -> None:
        for notice in self._store.notices:
            if notice not in told:
                _log.error("%s", notice)
