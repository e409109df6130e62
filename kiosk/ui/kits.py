"""Makes a kit for each look and language: theme, words and pictures that belong together."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.phrases import phrases_in
from kiosk.core.words import ENGLISH, Words
from kiosk.front import Tongue, tongue_of
from kiosk.ui.art import Art
from kiosk.ui.fonts import Fonts
from kiosk.ui.kit import Hint, Idea, Judge, Kit, no_idea
from kiosk.ui.theme import Look, Theme


@dataclass(frozen=True)
class House:
    """What a window needs to know of its station: whose it is, its languages, its judge.

    `words` stand in the order in which the languages are offered; the first one is the default.
    `tongues` are the same languages as the first page needs them, which comes before the words.
    """

    school: str
    words: Mapping[str, Words]
    judge: Judge
    hint: Hint
    touch_keyboard: bool = True
    tongues: tuple[Tongue, ...] = ()
    mail_endings: tuple[str, ...] = ()
    idea: Idea = no_idea

    def greetings(self) -> tuple[Tongue, ...]:
        """How the first page greets in each language."""
        return self.tongues or tuple(tongue_of(words) for words in self.words.values())

    def words_of(self, language: str) -> Words:
        """The words of that language, or English under its code where the station has none."""
        return self.words.get(language) or Words(language, ENGLISH.name)


class Kits:
    """Keeps the fonts, and the last kit made: a family reads in one look at a time."""

    def __init__(self, house: House, assets: Path) -> None:
        self.house = house
        self._assets = assets
        self._fonts = Fonts(assets / "fonts")
        self._last: tuple[tuple[Look, str, bool], Kit] | None = None

    def move_in(self, house: House) -> None:
        """Goes by another house from the next kit on."""
        self.house = house
        self._last = None

    def kit(self, look: Look, language: str, right_to_left: bool | None = None) -> Kit:
        """The kit for that look in that language; the very same one while nothing changes."""
        words = self.house.words_of(language)
        mirrored = words.right_to_left if right_to_left is None else right_to_left
        key = (look, language, mirrored)
        if self._last is None or self._last[0] != key:
            self._last = (key, self.fresh(look, words, mirrored))
        return self._last[1]

    def fresh(self, look: Look, words: Words, right_to_left: bool) -> Kit:
        """A kit beside the one in use, such as for a sample of another theme."""
        theme = Theme(look, self._fonts, words.language)
        art = Art(self._assets, theme, right_to_left)
        return Kit(
            theme,
            phrases_in(words),
            art,
            self.house.judge,
            self.house.hint,
            right_to_left,
            self.house.touch_keyboard,
            self.house.mail_endings,
            self.house.idea,
        )
