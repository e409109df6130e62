"""What a site signs its tickets with: its own id, its key, and for how long a ticket is good."""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from kiosk.handoff.ticket.key import Key

MOST_DAYS = 120
AHEAD = 24
"""How many hours the clock of the station that made a ticket may be ahead of this one."""


@dataclass(frozen=True)
class Stamp:
    """What all stations of one site share. `languages` in the order of the site file.

    Raises ValueError for days that are not 1 to 120.
    """

    site: str
    key: Key
    days: int
    languages: tuple[str, ...] = ("en",)

    def __post_init__(self) -> None:
        if not 1 <= self.days <= MOST_DAYS:
            raise ValueError(f"a ticket is good for 1 to {MOST_DAYS} days")

    def sign(self, *parts: bytes) -> bytes:
        """32 bytes that only this site can make of these parts, each of which may be any bytes."""
        sized = [len(part).to_bytes(4, "big") + part for part in (self._site, *parts)]
        return hmac.digest(self.key.secret, b"".join(sized), "sha256")

    def print(self, size: int) -> bytes:
        """So many bytes, 32 or fewer, by which tickets of another site are told. Not a secret."""
        return hashlib.sha256(b"site\0" + self._site).digest()[:size]

    def is_over(self, issued: int, now: int) -> bool:
        """Whether a ticket of that hour is good no longer, or not yet."""
        return not -AHEAD <= now - issued <= self.days * 24

    @property
    def _site(self) -> bytes:
        return self.site.encode("utf-8", "surrogatepass")


def hour_of(now: datetime) -> int:
    """The whole hours since 1970, in universal time."""
    return int(now.timestamp() // 3_600)


def time_of(hour: int) -> datetime:
    """When that hour began, in universal time."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(hours=hour)
