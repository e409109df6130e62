"""What is kept of a PIN and of a recovery code: an argon2id hash, and whether a text fits it."""

import re
from dataclasses import dataclass
from typing import Final

from kiosk.core.errors import KioskError


@dataclass(frozen=True)
class Cost:
    """What one guess costs: passes over so much memory (KiB), in so many lanes. RFC 9106."""

    passes: int
    memory_kib: int
    lanes: int


# Measured: 0.26 s for one guess on one core of a small server. RFC 9106 asks for 3 passes of 64 MiB
# where memory is short. One lane: a station's other cores have a window to draw.
COST: Final = Cost(passes=6, memory_kib=64 * 1024, lanes=1)

# A file that somebody wrote by hand must not make the kiosk stand still, or eat its memory.
_MOST_WORK = 10 * COST.passes * COST.memory_kib

_FORM = re.compile(
    r"\$argon2id\$v=19\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=[0-9]{1,2}"
    r"\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}"
)


def is_hash(text: str) -> bool:
    """Whether that is an argon2id hash that this machine may look at."""
    form = _FORM.fullmatch(text)
    return form is not None and int(form[1]) * int(form[2]) <= _MOST_WORK


def hashed(secret: str, cost: Cost) -> str:
    """A hash of it, with salt and cost. Raises KioskError where memory is short."""
    from argon2 import PasswordHasher
    from argon2.exceptions import HashingError

    try:
        return PasswordHasher(cost.passes, cost.memory_kib, cost.lanes).hash(secret)
    except HashingError:
        raise _unable() from None


def fits(kept: str, secret: str) -> bool:
    """Whether the hash was made of that text; takes as long as its cost says.

    Raises KioskError where memory is short, or the hash is not one in spite of its form.
    """
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

    try:
        return PasswordHasher().verify(kept, secret)
    except VerifyMismatchError:
        return False
    except (VerificationError, InvalidHashError):
        raise _unable() from None


def _unable() -> KioskError:
    return KioskError(
        "The PIN could not be looked at: memory is short, or the file of the PIN is damaged. "
        "Start this machine again. If that does not help: kiosk staff set-pin --anew"
    )
