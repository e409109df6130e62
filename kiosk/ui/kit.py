"""What every page is made with: the theme, the window's words, the pictures, the password judge."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kiosk.core.phrases import Phrases
from kiosk.ui.art import Art
from kiosk.ui.theme import Theme

if TYPE_CHECKING:
    from kiosk.core.view import Tick

Judge = Callable[[str, tuple[str, ...]], "tuple[Tick, ...]"]
Hint = Callable[[str, tuple[str, ...]], Literal["weak", "fair", "good"]]
Idea = Callable[[tuple[str, ...]], str | None]


def no_idea(_personal: tuple[str, ...]) -> None:
    """The idea of a house that has none."""


@dataclass(frozen=True)
class Kit:
    """Handed to each page. `judge` and `hint` get a password and the personal words, and keep none.

    `idea` makes a password up by chance at each call, or gives None where it finds none.
    `touch_keyboard` is off where a station has a keyboard of its own. `mail_endings` are what its
    keys can type at once, such as gmail.com.
    """

    theme: Theme
    phrases: Phrases
    art: Art
    judge: Judge
    hint: Hint
    right_to_left: bool = False
    touch_keyboard: bool = True
    mail_endings: tuple[str, ...] = ()
    idea: Idea = no_idea
