"""Finds the mail domain that was meant when the typed one is a slip away from it.

The rule. A domain known to be real is never touched. Otherwise a common domain was meant if the
typed one has the same letters in the same order, however often each is struck and whatever dots,
hyphens or spaces stand between (gmailcom, g-mail.com, gmaill.com); or if one letter was left out,
swapped with the next, or struck on or with the key beside it, in the name or in the ending. Names
that nobody else bears (gmail, comcast) are mended further: any one letter but the first, any
ending, or one slip in the name and one in the ending. Names of one or two letters or of digits
(me, qq, 163) are mended in the ending only, because each name beside them is somebody's own. Last,
an ending that does not exist becomes the one beside it, for any domain (.con, .orgg).
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from kiosk.checks.mail_domains import COMMON_DOMAINS, KNOWN_DOMAINS, REAL_ENDINGS, UNIQUE_NAMES

# How far a typed domain lies from a common one: the nearest kind is offered.
_SAME, _COUNTRY, _SLIP, _EDIT, _BOTH, _ANY_ENDING, _FAR = range(7)

_KEY_ROWS = ("1234567890-=", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./")
_GENERAL_ENDINGS = ("com", "net", "org", "edu", "gov")
_REPEATED_ENDING = re.compile(r"\.([a-z]{2,3})(?:\.?\1)+$")
_DOTS = re.compile(r"\.+")
_DOMAIN = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_LONGEST = 100


def _neighbours() -> Mapping[str, frozenset[str]]:
    """Each key of a US keyboard with those that touch it; each row starts half a key later."""
    place = {
        key: (row, 2 * column + row)
        for row, keys in enumerate(_KEY_ROWS)
        for column, key in enumerate(keys)
    }
    return {
        key: frozenset(
            other
            for other, (other_row, other_half) in place.items()
            if (abs(other_row - row), abs(other_half - half)) in {(0, 2), (1, 1)}
        )
        for key, (row, half) in place.items()
    }


_NEIGHBOURS = _neighbours()


def _distance(typed: str, meant: str) -> int:
    """_SAME, _SLIP (one letter, in a common way), _EDIT (one letter, in any other way) or _FAR.

    What both texts begin and end with is taken off: what is left tells the kind of slip.
    """
    if typed == meant:
        return _SAME
    shorter = min(len(typed), len(meant))
    if max(len(typed), len(meant)) - shorter > 1:
        return _FAR
    head = 0
    while head < shorter and typed[head] == meant[head]:
        head += 1
    tail = 0
    while tail < shorter - head and typed[-1 - tail] == meant[-1 - tail]:
        tail += 1
    odd, missed = typed[head : len(typed) - tail], meant[head : len(meant) - tail]
    around = missed or meant[max(head - 1, 0) : head + 1]
    return _kind(odd, missed, around, at_start=head == 0)


def _kind(odd: str, missed: str, around: str, *, at_start: bool) -> int:
    """The kind of slip that gave `odd` in the place of `missed`, near the keys `around`."""
    if (len(odd), len(missed)) == (0, 1):
        return _SLIP
    if len(odd) == 2 and odd == missed[::-1]:
        return _SLIP
    if len(odd) != 1 or len(missed) > 1:
        return _FAR
    if any(key == odd or odd in _NEIGHBOURS.get(key, ()) for key in around):
        return _SLIP
    # A strange letter in front makes another word (email), not a slip.
    return _FAR if at_start else _EDIT


def _letters(domain: str) -> str:
    """Its letters and digits in order: "gmailcom" of g-mail..com."""
    return "".join(filter(str.isalnum, domain))


def _struck_once(letters: str) -> str:
    """The same with each run of one key struck once: "gmailcom" of gmaaillcom."""
    return "".join(key for key, _ in groupby(letters))


@dataclass(frozen=True, slots=True)
class _Typed:
    """A typed domain, cut at its first dot."""

    domain: str
    name: str
    ending: str
    name_is_real: bool


@dataclass(frozen=True, slots=True)
class _Common:
    """A domain that a slip may be mended to, cut at its first dot."""

    domain: str
    name: str
    ending: str
    unique: bool
    crowded: bool

    def distance(self, typed: _Typed) -> int:
        """How far the typed domain lies from this one."""
        if typed.name == self.name:
            return self._from_ending(typed.ending)
        if self.crowded:
            return _FAR
        whole = _distance(typed.domain, self.domain)
        if whole == _SLIP or (whole == _EDIT and self.unique):
            return whole
        if typed.name_is_real or not self.unique or _distance(typed.name, self.name) != _SLIP:
            return _FAR
        return _BOTH if self._from_ending(typed.ending) == _SLIP else _FAR

    def _from_ending(self, ending: str) -> int:
        if ending not in REAL_ENDINGS and self.ending.endswith("." + ending):
            return _COUNTRY
        # With the dot, so that a key struck beside it counts.
        kind = _distance("." + ending, "." + self.ending)
        cut_off = len(ending) < 2 and self.ending.startswith(ending)
        if kind == _SLIP or cut_off:
            return _SLIP
        return min(kind, _ANY_ENDING) if self.unique else _FAR


def _common(domain: str) -> _Common:
    name, _, ending = domain.partition(".")
    crowded = len(name) < 3 or name.isdigit()
    return _Common(domain, name, ending, unique=name in UNIQUE_NAMES, crowded=crowded)


@dataclass(frozen=True)
class Speller:
    """Knows the real domains, and which common one a slip was meant to be."""

    real: frozenset[str]
    real_names: frozenset[str]
    own: tuple[str, ...]
    common: tuple[_Common, ...]
    by_letters: Mapping[str, str]
    by_runs: Mapping[str, str]

    def meant(self, domain: str) -> str | None:
        """The domain that was meant, or None if this one is real or far from every common one.

        `domain` is what stands after the @, in lower case; it may be any text.
        """
        if len(domain) > _LONGEST or self._is_real(domain):
            return None
        letters = _letters(domain)
        return (
            self.by_letters.get(letters)
            or self._trimmed(domain)
            or self._nearest(domain)
            or self.by_runs.get(_struck_once(letters))
            or self._ended(domain)
        )

    def _is_real(self, domain: str) -> bool:
        return domain in self.real or domain.endswith(self.own)

    def _trimmed(self, domain: str) -> str | None:
        one_dot = _DOTS.sub(".", domain.removeprefix("www."))
        trimmed = _REPEATED_ENDING.sub(r".\1", one_dot)
        return trimmed if trimmed in self.real else None

    def _nearest(self, domain: str) -> str | None:
        name, _, ending = domain.partition(".")
        typed = _Typed(domain, name, ending, name in self.real_names)
        best, least = None, _FAR
        for common in self.common:
            distance = common.distance(typed)
            if distance < least:
                best, least = common.domain, distance
        return best

    def _ended(self, domain: str) -> str | None:
        """The domain with a real ending, if its own is none and lies one slip from a general one.

        With that ending it may lie one slip from a common domain: then that one was meant.
        """
        name, _, ending = domain.rpartition(".")
        if ending in (*REAL_ENDINGS, *_GENERAL_ENDINGS) or not _DOMAIN.fullmatch(domain):
            return None
        real = next((one for one in _GENERAL_ENDINGS if _distance(ending, one) == _SLIP), None)
        return real and (self.meant(f"{name}.{real}") or f"{name}.{real}")


def speller(common: Iterable[str] = (), real: Iterable[str] = ()) -> Speller:
    """A speller that also mends slips to the domains `common`, and leaves those in `real` alone.

    Domains are in lower case, without an @; those in `real` stand for all below them too.
    """
    own = tuple(real)
    all_common = tuple(dict.fromkeys((*COMMON_DOMAINS, *common)))
    all_real = KNOWN_DOMAINS.union(all_common, own)
    return Speller(
        real=all_real,
        real_names=frozenset(domain.partition(".")[0] for domain in all_real),
        own=tuple(f".{domain}" for domain in own),
        common=tuple(map(_common, all_common)),
        by_letters={_letters(domain): domain for domain in reversed(all_common)},
        by_runs={_struck_once(_letters(domain)): domain for domain in reversed(all_common)},
    )
