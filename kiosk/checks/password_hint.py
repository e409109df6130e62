"""Guesses how easily a password would be guessed, with zxcvbn. A hint, never a verdict.

zxcvbn is read in only when it is needed: that takes a few hundredths of a second and 15 MB.
"""

import sys
from collections.abc import Iterable
from typing import Literal

from kiosk.checks.password_words import folded, many_people_use, words_in

Strength = Literal["weak", "fair", "good"]

# zxcvbn refuses more than 72 characters and takes 0.1 s for 72; what 32 of them tell is enough.
_MOST_CHARACTERS = 32
_MOST_WORDS = 200
_FAIR_SCORE = 2
# zxcvbn tries every reading of each sign and number that may stand for a letter: with twenty kinds
# of them it takes two seconds. Above six kinds the signs give place to ones it does not read so.
_LETTER_LIKE = frozenset("@({[<!|$+%0123456789")
_AS_SIGNS = str.maketrans("@({[<!|$+%", "&)}]>?\\#-^")
_MOST_LETTER_LIKE = 6


def strength_hint(typed: str, words: Iterable[str] = ()) -> Strength:
    """Whether a password looks weak, fair or good; never raises, whatever is typed.

    `words` are what somebody who knows the family would try: its address and names, the portal, the
    schools, their mascots, the town, the year.
    """
    import zxcvbn

    known = sorted(words_in(words))[:_MOST_WORDS]
    # "seattle2026school" is three words to zxcvbn, and it finds none at all hard to answer.
    if not typed or many_people_use(folded(typed), (), known):
        return "weak"
    try:
        score = zxcvbn.zxcvbn(_bounded(typed), user_inputs=known)["score"]
    finally:
        # zxcvbn keeps the words it was given for the rest of the program: they are the family's.
        zxcvbn.matching.RANKED_DICTIONARIES.pop("user_inputs", None)
    if score < _FAIR_SCORE:
        return "weak"
    return "fair" if score == _FAIR_SCORE else "good"


def let_go_of_the_dictionaries() -> None:
    """Lets zxcvbn's word lists go, with whatever it may still know. Memory follows at the next
    collection, for its functions and their modules hold each other."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "zxcvbn"]:
        del sys.modules[name]


def _bounded(typed: str) -> str:
    """What zxcvbn can look at quickly."""
    text = typed[:_MOST_CHARACTERS]
    many = len(_LETTER_LIKE & set(text)) > _MOST_LETTER_LIKE
    return text.translate(_AS_SIGNS) if many else text
