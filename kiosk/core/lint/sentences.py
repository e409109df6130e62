"""How hard an English text is to read: sentences, words, syllables, school grade.

The grade is Flesch and Kincaid's (J. P. Kincaid and others, Research Branch Report 8-75, Naval
Technical Training, 1975): 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are
counted by the letters, as its authors' own counters did; a few words that letters mislead are
listed.
"""

import re
from collections.abc import Iterable
from functools import cache

_BRACES = re.compile(r"\{[^{}]*\}")
_SENTENCE_END = re.compile(r"(?<=[.!?:;])[”\u2019\"')\]]*\s+")
_WORD = re.compile(r"[A-Za-z]+(?:['\u2019][A-Za-z]+)*")
_DOTTED = re.compile(r"\w\.\w")
_VOWELS = re.compile(r"[aeiouy]+")
# Letters that are not spoken: the e at the end, in "typed" and "names", and inside "someone".
_SILENT = (
    (re.compile(r"(?<![aeiouy])e$(?<![^aeiouyl]le)"), ""),
    (re.compile(r"(?<=[^aeiouysxzcg])es$(?<![cs]hes)(?<![^aeiouyl]les)"), "s"),
    (re.compile(r"(?<=[^aeioudt])ed$(?<![^aeiouyl]led)"), "d"),
    (
        re.compile(r"^(some|home|case|care|safe|time|name|note|life|like|phone)(?=[^aeiouyrsd])"),
        "a",
    ),
    (re.compile(r"(?<=[a-z]{2}[^aeiouycg])e(?=ment|ful|ly|less)"), ""),
)
# Vowels that stand side by side and are spoken one by one, as in "guardian" and "studying".
_APART = re.compile(
    r"(?<![cgstx])ia|io(?!n|u)|(?<![cgtx])iou|iu|(?<![cgt])(?<!fr)ie(?=n[ct]|t)|(?<=[a-z]{2})ier$"
    r"|(?<!g)eo(?!p)|(?<![gq])ua|oe[mt]|[aeiouy]ing|crea|area|idea|react|ism$"
)
_KNOWN = {
    "business": 2,
    "everyone": 3,
    "someone": 2,
    "somebody": 3,
    "something": 2,
    "evening": 2,
    "every": 2,
    "everything": 3,
    "everybody": 4,
    "lion": 2,
    "real": 1,
    "science": 2,
    "society": 4,
    "cashier": 2,
    "clothes": 1,
}

# What stands for a value in braces: families read a name or a number there, which is easy.
_VALUE = "Anna"


def without_values(text: str) -> str:
    """The text as it reads with plain values in its braces."""
    return _BRACES.sub(_VALUE, text)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text. A colon ends one, too: what follows it stands for itself."""
    return [part for part in _SENTENCE_END.split(text.strip()) if _WORD.search(part)]


def words_of(text: str) -> list[str]:
    """The words of a text, without addresses, numbers and signs."""
    plain = (part for part in text.split() if "@" not in part and not _DOTTED.search(part))
    return _WORD.findall(" ".join(plain))


@cache
def syllables_of(word: str) -> int:
    """How many syllables an English word has, counted by its letters."""
    plain = re.sub(r"['\u2019].*", "", word.lower())
    if plain in _KNOWN:
        return _KNOWN[plain]
    spoken = plain
    for silent, left in _SILENT:
        spoken = silent.sub(left, spoken)
    return max(len(_VOWELS.findall(spoken)) + len(_APART.findall(spoken)), 1)


def grade_of(texts: Iterable[str]) -> float:
    """The school grade of some texts read one after the other; 0 where there are no words."""
    sentences = [sentence for text in texts for sentence in sentences_of(without_values(text))]
    words = [word for sentence in sentences for word in words_of(sentence)]
    if not words:
        return 0.0
    syllables = sum(map(syllables_of, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59
