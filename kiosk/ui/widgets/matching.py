"""Finds names by the first letters of their words, whatever the case and the accents. Qt-free."""

import re
import unicodedata
from functools import lru_cache

_BETWEEN_WORDS = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile(r"['\u2019\u02bc]")
# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ħ": "h", "æ": "ae", "œ": "oe"})


def plain(text: str) -> str:
    """The text in lower case without accents: "Peña Ñandú" is "pena nandu"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_PLAIN)


@lru_cache(maxsize=1024)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, plain; "O'Brien" counts as "obrien", "o" and "brien"."""
    text = plain(name)
    joined = _APOSTROPHES.sub("", text)
    return tuple(dict.fromkeys((_BETWEEN_WORDS.sub(" ", f"{joined} {text}")).split()))


def matches(typed: str, name: str) -> bool:
    """Whether each typed word begins some word of the name; no typed word matches every name."""
    wanted = _BETWEEN_WORDS.sub(" ", _APOSTROPHES.sub("", plain(typed))).split()
    words = words_of(name)
    return all(any(word.startswith(start) for word in words) for start in wanted)
