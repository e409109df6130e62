"""How well a flow can be translated: whole sentences, values in braces, room to grow."""

import re
from collections.abc import Iterator

from kiosk.core.flow import Flow, Told
from kiosk.core.lint.ground import Ground
from kiosk.core.lint.saying import Said
from kiosk.core.lint.sentences import words_of
from kiosk.core.texts import Part, Text, texts_of
from kiosk.core.words import placeholders

_GLUED = re.compile(r"\{[^{}]*\}(?=[A-Za-z'\u2019])|(?<=[A-Za-z])\{[^{}]*\}")
_ARTICLE = re.compile(r"\b(an?) \{[^{}]*\}", re.IGNORECASE)
_FIRST = re.compile(r"\{([^{}]*)\} ")
_GOES_ON = re.compile(r"(,|\b(and|or|of|the|a))$")
_GOES_BEFORE = re.compile(r"[a-z]+\b(?![@.])")
_MARKUP = re.compile(r"</?[a-z]+/?>|\*\*|__|\]\(|&[a-z]+;|\\n")
_EMOJI = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]")
_LONE_BRACE = re.compile(r"\{[^{}]*\}")
_MOST_VALUES = 2
# Where one word has nothing around it that tells what it means.
_ALONE: tuple[Part, ...] = ("answer", "button", "label", "title")
# In letters. Other languages need a third more; these still fit then at the largest size.
_LONGEST: dict[Part, int] = {
    "say": 140,
    "step": 110,
    "label": 40,
    "button": 24,
    "refusal": 110,
    "who": 40,
    "what": 110,
    "when": 60,
}


def advice(ground: Ground, flow: Flow) -> Iterator[Said]:
    """Everything that makes a text of the flow hard to translate."""
    seen: dict[str, str] = {}
    for screen in flow.screens.values():
        noted = isinstance(screen, Told) and bool(screen.note)
        for text in texts_of(screen):
            yield from _braces(ground, text)
            yield from advice_on(text)
            yield from _lengths(text, noted)
            yield from _twice(text, seen)


def advice_on(text: Text) -> Iterator[Said]:
    """What makes one text hard to translate, wherever it stands."""
    yield from _pieces(text)
    yield from _signs(text)


def _braces(ground: Ground, text: Text) -> Iterator[Said]:
    if "{" not in text.text:
        return
    glued, article = _GLUED.search(text.text), _ARTICLE.search(text.text)
    if glued:
        said = f"letters stand right beside '{glued[0]}': other languages change words another way"
        yield Said(text.marks, text.key, "K401", said)
    first = _FIRST.match(text.text)
    if first and str(ground.guide.facts.get(first[1], "A"))[:1].islower():
        said = f"'{{{first[1]}}}' is not a name, and begins the sentence: put a word before it"
        yield Said(text.marks, text.key, "K402", said)
    if article:
        said = f"'{article[0]}': other languages choose the article by the word. Leave it out"
        yield Said(text.marks, text.key, "K403", said)
    if len(placeholders(text.text)) > _MOST_VALUES:
        said = f"{len(placeholders(text.text))} values in one text: make two texts of it"
        yield Said(text.marks, text.key, "K409", said)


def _pieces(text: Text) -> Iterator[Said]:
    if text.part == "hint":
        return
    begins = _GOES_BEFORE.match(text.text) and len(words_of(text.text)) > 1
    if begins or _GOES_ON.search(text.text):
        said = "this is a piece of a sentence: a translator needs it whole"
        yield Said(text.marks, text.key, "K404", said)


def _signs(text: Text) -> Iterator[Said]:
    marks, key, words = text.marks, text.key, text.text
    if "  " in words.strip():
        yield Said(marks, key, "K406", "two spaces side by side: one is enough")
    if words != words.strip():
        yield Said(marks, key, "K407", "a space at the beginning or the end: take it away")
    if '"' in words:
        yield Said(marks, key, "K408", "straight quotes: write “ and ”, as on the page")
    markup, emoji = _MARKUP.search(words), _EMOJI.search(words)
    if markup:
        said = f"'{markup[0]}' is shown as it stands: pages know no markup"
        yield Said(marks, key, "K412", said)
    if emoji:
        said = f"'{emoji[0]}' is in none of the kiosk's fonts, and is not read aloud: use a picture"
        yield Said(marks, key, "K413", said)
    if set("{}") & set(_LONE_BRACE.sub("", words)):
        yield Said(marks, key, "K414", "a brace stands here alone: it is shown as it stands")


def _lengths(text: Text, noted: bool) -> Iterator[Said]:
    room = _LONGEST.get(text.part)
    if room and len(text.text) > room:
        said = f"{len(text.text)} letters, and a third more in other languages: keep to {room}"
        yield Said(text.marks, text.key, "K411", said)
    if text.part in _ALONE and not noted and len(words_of(text.text)) == 1 and "{" not in text.text:
        said = f"'{text.text}' alone can mean many things: tell translators more with 'note'"
        yield Said(text.marks, text.key, "K405", said)


def _twice(text: Text, seen: dict[str, str]) -> Iterator[Said]:
    plain = text.text.strip(" .!").casefold()
    before = seen.setdefault(f"{text.part} {plain}", text.text)
    if before != text.text:
        said = f"the same stands above as '{before[:40]}': write both alike, translate once"
        yield Said(text.marks, text.key, "K410", said)
