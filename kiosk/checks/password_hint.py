"""Guesses how easily a password would be guessed, with zxcvbn. A hint, never a verdict.

zxcvbn is read in only when it is needed: that takes a few hundredths of a second and 15 MB.
"""

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


def common_passwords() -> frozenset[str]:
    """The passwords many people use, in small letters: some 34,000, first names among them.

    Read from zxcvbn (MIT), whose authors counted them in leaked lists. A first name is a password
    too; zxcvbn keeps those in lists of their own.
    """
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    names = ("passwords", "female_names", "male_names")
    return frozenset(word for name in names for word in FREQUENCY_LISTS[name])


def _bounded(typed: str) -> str:
    """What zxcvbn can look at quickly."""
    text = typed[:_MOST_CHARACTERS]
    many = len(_LETTER_LIKE & set(text)) > _MOST_LETTER_LIKE
    return text.translate(_AS_SIGNS) if many else text
