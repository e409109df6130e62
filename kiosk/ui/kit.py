"""What every page is made with: the theme, the window's words, the pictures, the password judge."""

from collections.abc import Callable
from dataclasses import dataclass

from kiosk.core.phrases import Phrases
from kiosk.core.view import Tick
from kiosk.ui.art import Art
from kiosk.ui.theme import Theme

Judge = Callable[[str, tuple[str, ...]], tuple[Tick, ...]]


@dataclass(frozen=True)
class Kit:
    """Handed to each page. `judge` gets a password and the personal words, and keeps neither.

    `touch_keyboard` is off where a station has a keyboard of its own.
    """

    theme: Theme
    phrases: Phrases
    art: Art
    judge: Judge
    right_to_left: bool = False
    touch_keyboard: bool = True
