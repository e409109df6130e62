"""Follow-ups, keys and marks that tests of the list share; all of them made up."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from itertools import count
from pathlib import Path
from typing import Any

from nacl.public import PrivateKey

from kiosk.records.follow_ups import FollowUp, Kept, keep

SCHOOL_KEY = PrivateKey(bytes(range(32)))
OTHER_KEY = PrivateKey(bytes(range(32, 64)))
ASKED_AT = datetime(2026, 11, 23, 18, 30, tzinfo=timezone(timedelta(hours=-8)))
FAR = date(2999, 1, 31)

HODAN = FollowUp(
    name="Hodan",
    language="so",
    reach="phone",
    value="206 555 0142",
    school="cedar_hill",
    stopped="X_LATER",
    asked_at=ASKED_AT,
    delete_by=FAR,
)

_numbers = count(1)


def mark() -> bytes:
    """Another mark each time."""
    return next(_numbers).to_bytes(16, "big")


def put(folder: Path, key: PrivateKey = SCHOOL_KEY, **fields: Any) -> Path:
    """Keeps Hodan's follow-up, with those fields put differently. Gives its file."""
    done = keep(folder, replace(HODAN, **fields), key.public_key, mark())
    assert isinstance(done, Kept), done
    return done.path
