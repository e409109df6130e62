"""What a family reads on a screen, and how hard it is, by Flesch and Kincaid's measure of 1975.

grade = 0.39 x words a sentence + 11.8 x syllables a word - 15.59
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

_READ = {
    "ask", "tell", "say", "well_done", "text", "steps", "label", "hint", "button", "search",
    "who", "what", "when",
}  # fmt: skip

_SENTENCE = re.compile(r"[.!?:]+(?:\s|$)")
_WORD = re.compile(r"[\w@'\u2019.-]*\w")
_VOWELS = re.compile(r"[aeiouy]+")
_TWO_VOWELS = re.compile(r"(?<![ct])ia")
_SILENT_END = re.compile(r"(?<=[^aeiouyl])e$|(?<=[^aeioudty])ed$|(?<=[^aeiouycgsxzh])es$")
_SILENT_INSIDE = re.compile(r"^(ev|som)e(?=ry|.)")
_IN_BRACES = re.compile(r"\{\w+\}")


def texts_on(thing: object) -> Iterator[str]:
    """Every text of a screen that a family may read, as the author wrote it."""
    if is_dataclass(thing):
        for field in fields(thing):
            value = getattr(thing, field.name)
            if field.name in _READ:
                yield from _plain(value)
            yield from texts_on(value)
    elif isinstance(thing, Mapping):
        yield from texts_on(tuple(thing.values()))
    elif isinstance(thing, tuple):
        for one in thing:
            yield from texts_on(one)


def _plain(value: object) -> Iterator[str]:
    row = value if isinstance(value, tuple) else (value,)
    yield from (text for text in row if isinstance(text, str) and text)


def sentences(text: str) -> list[str]:
    """The sentences of a text; what stands in braces counts as one easy word, "it"."""
    plain = _IN_BRACES.sub("it", text)
    return [part for part in _SENTENCE.split(plain) if _WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of a text."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """How many syllables an English word has, about. An address is a sign, and counts as one."""
    if "@" in word or "." in word:
        return 1
    parts = [part for part in re.split(r"[-'\u2019]", word.lower()) if part not in ("", "s", "t")]
    return max(1, sum(_syllables(part) for part in parts))


def _syllables(part: str) -> int:
    spoken = _SILENT_END.sub("", part) if len(part) > 2 else part
    groups = _VOWELS.findall(_SILENT_INSIDE.sub(r"\1", spoken))
    return max(1, len(groups) + len(_TWO_VOWELS.findall(spoken)))


def grade(texts: Iterable[str]) -> float:
    """The grade of texts that are read together; each text is one sentence or more."""
    read = [sentence for text in texts for sentence in sentences(text)]
    every = [word for sentence in read for word in words(sentence)]
    spoken = sum(syllables(word) for word in every)
    return 0.39 * len(every) / len(read) + 11.8 * spoken / len(every) - 15.59
