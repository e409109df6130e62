"""The panels over a page: language, text size, contrast, start over, still there, sorry."""

from dataclasses import replace

from kiosk.core.events import LanguageChosen
from kiosk.ui.kit import Kit
from kiosk.ui.kits import Kits
from kiosk.ui.theme import SIZES, TARGET, THEMES, Look
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.overlay import Overlay
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile import TileButton
from kiosk.ui.widgets.tile_grid import TileGrid
from kiosk.ui.widgets.tile_stack import TileStack
from kiosk.ui.wishes import (
    ClosePanel,
    PanelName,
    SetMotion,
    SetSize,
    SetTheme,
    StartOver,
    StillHere,
    Wish,
)

_SPOKEN_SECONDS = 10
_TWO_FROM = 5  # languages, in two columns or more
_MANY = 8  # languages, from which on they stand closer, in a wider panel
_HIGH = 17.0


def panel(name: PanelName, kits: Kits, kit: Kit, language: str) -> Overlay:
    """The panel of that name; what it asks for comes out of its signal `wished`."""
    match name:
        case "language":
            return _languages(kits, kit, language)
        case "size":
            return _sizes(kit)
        case "contrast":
            return _contrasts(kits, kit, language)
        case "start_over":
            return _start_over(kit)
        case "at_the_desk":
            return _at_the_desk(kit)


def _languages(kits: Kits, kit: Kit, present: str) -> Overlay:
    many = len(kits.house.words) > _MANY
    overlay = Overlay(kit, kit.phrases.choose_language, wide=many)
    tiles = []
    for code, words in kits.house.words.items():
        tile = _picked(TileButton(words.name, kit, checkable=True), code == present)
        tile.set_words_font(kit.theme.font("label", code))
        _wishes(tile, overlay, LanguageChosen(code))
        tiles.append(tile)
    high = TARGET if many else _HIGH
    overlay.add_rows([TileGrid(tiles, kit, _TWO_FROM, high, most=3), _close(overlay, kit)])
    return overlay


def _sizes(kit: Kit) -> Overlay:
    overlay = Overlay(kit, kit.phrases.choose_size)
    phrases = kit.phrases
    names = (phrases.size_small, phrases.size_normal, phrases.size_large, phrases.size_largest)
    tiles = []
    for size, name in zip(SIZES, names, strict=True):
        tile = _picked(TileButton(name, kit, checkable=True), size == kit.theme.look.size)
        tile.set_words_font(kit.theme.at_size(size).font("label"))
        _wishes(tile, overlay, SetSize(size))
        tiles.append(tile)
    overlay.add_rows([TileStack(tiles, kit, kit.theme.gap()), _close(overlay, kit)])
    return overlay


def _contrasts(kits: Kits, kit: Kit, language: str) -> Overlay:
    overlay = Overlay(kit, kit.phrases.choose_contrast)
    phrases = kit.phrases
    names = (
        phrases.theme_warm,
        phrases.theme_black_on_white,
        phrases.theme_white_on_black,
        phrases.theme_low_glare,
    )
    tiles = []
    for theme, name in zip(THEMES, names, strict=True):
        look: Look = replace(kit.theme.look, theme=theme)
        sample = kits.fresh(look, kits.house.words_of(language), kit.right_to_left)
        tile = TileButton(name, sample, "contrast", checkable=True)
        _wishes(_picked(tile, theme == kit.theme.look.theme), overlay, SetTheme(theme))
        tiles.append(tile)
    moves = kit.theme.look.motion
    still = _picked(TileButton(phrases.no_movement, kit, "pause", checkable=True), not moves)
    _wishes(still, overlay, SetMotion(not moves))
    stacks = [TileStack(group, kit, kit.theme.gap()) for group in (tiles, [still])]
    overlay.add_rows([*stacks, _close(overlay, kit)])
    return overlay


def _start_over(kit: Kit) -> Overlay:
    overlay = Overlay(kit, kit.phrases.start_over_ask, kit.phrases.start_over_says)
    stay = TileButton(kit.phrases.no_stay, kit, "back")
    leave = TileButton(kit.phrases.yes_start_over, kit, "restart")
    _wishes(stay, overlay, ClosePanel())
    _wishes(leave, overlay, StartOver())
    overlay.add_rows([TileStack([stay, leave], kit, kit.theme.gap())])
    return overlay


def _at_the_desk(kit: Kit) -> Overlay:
    """Says that the staff have to help: a printer that is off, a disk that is full."""
    overlay = Overlay(kit, kit.phrases.at_the_desk, kit.phrases.at_the_desk_says)
    overlay.add_rows([_close(overlay, kit)])
    return overlay


def sorry(kit: Kit) -> Overlay:
    """Says that something broke on our side, and offers a fresh start."""
    overlay = Overlay(kit, kit.phrases.sorry_title, kit.phrases.sorry_says)
    again = Button(kit.phrases.start_again, kit, "primary", "next", icon_last=True)
    again.clicked.connect(lambda: overlay.wished.emit(ClosePanel()))
    overlay.add_rows([again])
    return overlay


class StillThere(Overlay):
    """Asks whether somebody is still there, and shows how many seconds are left to answer."""

    def __init__(self, kit: Kit, seconds: int) -> None:
        super().__init__(kit, kit.phrases.still_there, kit.phrases.still_there_says)
        self._phrases = kit.phrases
        self._left = Text("", kit, "label")
        button = Button(kit.phrases.yes_go_on, kit, "primary", "yes")
        button.clicked.connect(lambda: self.wished.emit(StillHere()))
        self.add_rows([self._left, button])
        self.count(seconds)

    def count(self, seconds: int) -> None:
        """Shows the seconds that are left, and has every tenth one spoken."""
        words = self._phrases.seconds_left.of(seconds)
        if words != self._left.text():
            self._left.say(words)
            if seconds % _SPOKEN_SECONDS == 0:
                announce(self, words)


def _picked(tile: TileButton, picked: bool) -> TileButton:
    tile.set_picked(picked)
    return tile


def _wishes(tile: TileButton, overlay: Overlay, wish: Wish | LanguageChosen) -> None:
    tile.clicked.connect(lambda: overlay.wished.emit(wish))


def _close(overlay: Overlay, kit: Kit) -> Button:
    button = Button(kit.phrases.close, kit, "secondary")
    button.clicked.connect(lambda: overlay.wished.emit(ClosePanel()))
    return button
