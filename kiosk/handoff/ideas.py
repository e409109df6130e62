"""Three words as an idea for a password, joined so that the portal's rules take it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kiosk.core.view import Tick

Judged = Callable[[str], Sequence[Tick]]
Choose = Callable[[Sequence[str]], str]

WORDS = 3

# What is easiest to read and to type on a phone stands first.
_JOINS = ("-", "")
_CAPITALS = (0, 1, WORDS)
_MORE_NUMBERS = (0, 1, 3)
_SIGNS = ("!", "?", "#", "*", "@", "$", "_", ".", "+")
# Nobody takes one of these for a letter, as one may with 0 and 1.
_DIGITS = "23456789"
_SHORT, _LONG = 4, 7


@dataclass(frozen=True)
class _Form:
    """How three words become one password: what parts them, and what else it has."""

    join: str
    capitals: int
    numbers: int
    sign: str

    def burden(self) -> tuple[int, int]:
        """What there is to keep in mind beside the words; then, how hard they are to tell apart."""
        shown_apart = bool(self.join) or self.capitals == WORDS
        return self.numbers + len(self.sign) + min(self.capitals, 2), not shown_apart

    def signs(self) -> int:
        """How many signs it has."""
        return len(self.join) * (WORDS - 1) + len(self.sign)

    def kinds(self) -> int:
        """How many of these it has: small letters, capitals, numbers, signs."""
        return 1 + bool(self.capitals) + bool(self.numbers) + bool(self.signs())

    def of(self, words: Sequence[str], digits: Sequence[str]) -> str:
        """The words in this form."""
        large = [word.capitalize() for word in words[: self.capitals]]
        return self.join.join([*large, *words[self.capitals :]]) + "".join(digits) + self.sign


def words_of(text: str) -> tuple[str, ...]:
    """The words of a list in which a line that begins with # is a note, in its order."""
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(word for line in lines for word in line.split())


def idea(words: Sequence[str], judged: Judged, choose: Choose) -> str | None:
    """Three words of the list that meet every rule, or None where no form of three words does.

    `judged` tells how each rule stands for a text, as the portal's judge does; `choose` takes one
    of a row by chance. The easiest form that is taken is given: words with hyphens first, then with
    capitals, numbers or a sign where the rules ask for them.

    Three of n words make n(n-1)(n-2) ideas: 148 million, 27 bits, for the 530 shipped ones, and 3
    bits more for each number. That is plenty against a person who tries, and against a portal that
    counts the tries. It is an idea: each word that a family adds is 9 bits more.
    """
    tries = (text for form in _forms(_asked(judged)) for text in _tries(form, words, choose))
    return next((text for text in tries if all(tick.met for tick in judged(text))), None)


def _asked(judged: Judged) -> Mapping[str, int]:
    """How many of each kind the rules ask for: what an empty field lacks of each."""
    return {tick.id: tick.to_go for tick in judged("")}


def _forms(asked: Mapping[str, int]) -> Sequence[_Form]:
    """The forms that have as much of each kind as is asked for, the easiest first."""
    numbers = [asked.get("digit", 0) + more for more in _MORE_NUMBERS]
    signs = ("", *_SIGNS) if {"special", "kinds"} & asked.keys() else ("",)
    forms = (_Form(*parts) for parts in product(_JOINS, _CAPITALS, numbers, signs))
    fit = [
        form
        for form in forms
        if form.capitals >= asked.get("upper", 0)
        and form.signs() >= asked.get("special", 0)
        and form.kinds() >= asked.get("kinds", 0)
    ]
    return sorted(fit, key=_Form.burden)


def _tries(form: _Form, words: Sequence[str], choose: Choose) -> Iterator[str]:
    """The form with any words, a few times, for one may hold what the rules refuse; and then with
    the shortest and the longest ones, for rules that say how long."""
    short = [word for word in words if len(word) <= _SHORT]
    long = [word for word in words if len(word) >= _LONG]
    for row in (words, words, words, words, short, long):
        if len(row) >= WORDS:
            yield form.of(_three(row, choose), [choose(_DIGITS) for _ in range(form.numbers)])


def _three(row: Sequence[str], choose: Choose) -> list[str]:
    """Three words, none of them twice."""
    taken = [choose(row)]
    while len(taken) < WORDS:
        word = choose(row)
        if word in taken:
            # Taken again from what is left, so that it ends whatever `choose` is.
            word = choose([one for one in row if one not in taken])
        taken.append(word)
    return taken
