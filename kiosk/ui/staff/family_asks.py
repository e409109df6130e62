"""The panels over "This family": where to jump, which answer counts, which language, once more.

Its words are for staff only, and stand here in English: they are not translated.
"""

from collections.abc import Sequence

from kiosk.core.flow import Answer
from kiosk.core.guide import Guide
from kiosk.core.words import Words
from kiosk.drawing.wording import spoken
from kiosk.staff.beside import Spot
from kiosk.ui.kit import Kit
from kiosk.ui.staff.desk import Act, DoneByOffice, FamilyLanguage, Jump, NextFamily
from kiosk.ui.theme import TARGET
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.overlay import Overlay
from kiosk.ui.widgets.tile import TileButton
from kiosk.ui.widgets.tile_grid import TileGrid
from kiosk.ui.widgets.tile_stack import TileStack

CLOSE = "Close"
JUMP = "Put the family on which page?"
JUMP_SAYS = "Pages where it has been come first. Back leads to where it is now."
BEEN = "The family was here"
DONE = "Mark this step as done by the office"
DONE_SAYS = "Which answer counts? The visit goes on as if the family had given it."
DONE_NONE = (
    "The family types or picks something on this page. Help it there, or jump to a later page."
)
SHORTEST = "The shortest way to the end"
LANGUAGE = "The family's page in which language?"
LANGUAGE_SAYS = "Your pages stay English."
NEXT = "Begin with the next family?"
NEXT_SAYS = "All that this family said is wiped. What it has not taken home is gone."
NEXT_YES = "Yes, wipe it and begin anew"
NEXT_NO = "No, stay with this family"

_TWO_FROM = 5


def ask_jump(spots: Sequence[Spot], kit: Kit) -> Overlay:
    """Every page to go to."""
    overlay = Overlay(kit, JUMP, JUMP_SAYS, wide=True)
    tiles = []
    for spot in spots:
        icon, detail = ("yes", BEEN) if spot.visited else ("next", "")
        tiles.append(_tile(TileButton(spot.title, kit, icon, detail), Jump(spot.place), overlay))
    overlay.add_rows([TileGrid(tiles, kit, _TWO_FROM, TARGET), _close(overlay, kit)])
    return overlay


def ask_done(guide: Guide, answers: Sequence[Answer], best: Answer | None, kit: Kit) -> Overlay:
    """Which answer the office's work stands for: the one that leads on first, then the others."""
    overlay = Overlay(kit, DONE, DONE_SAYS if best else DONE_NONE)
    in_order = [best, *(one for one in answers if one != best)] if best else []
    tiles = []
    for answer in in_order:
        detail = SHORTEST if answer == best else ""
        tile = TileButton(spoken(answer.text, guide.facts), kit, answer.icon, detail)
        tiles.append(_tile(tile, DoneByOffice(answer.id), overlay))
    stack = [TileStack(tiles, kit, kit.theme.gap())] if tiles else []
    overlay.add_rows([*stack, _close(overlay, kit)])
    return overlay


def ask_language(
    languages: Sequence[Words], present: str, kit: Kit, title: str = LANGUAGE
) -> Overlay:
    """Each language by its own name, in its own script; the present one is ticked."""
    overlay = Overlay(kit, title, LANGUAGE_SAYS, wide=True)
    tiles = []
    for words in languages:
        tile = TileButton(words.name, kit, checkable=True)
        tile.set_words_font(kit.theme.font("label", words.language))
        tile.set_picked(words.language == present)
        tiles.append(_tile(tile, FamilyLanguage(words.language), overlay))
    overlay.add_rows([TileGrid(tiles, kit, _TWO_FROM, TARGET, most=3), _close(overlay, kit)])
    return overlay


def ask_next(kit: Kit) -> Overlay:
    """Asks once more before everything is wiped."""
    overlay = Overlay(kit, NEXT, NEXT_SAYS)
    stay = _tile(TileButton(NEXT_NO, kit, "back"), None, overlay)
    go = _tile(TileButton(NEXT_YES, kit, "restart"), NextFamily(), overlay)
    overlay.add_rows([TileStack([stay, go], kit, kit.theme.gap())])
    return overlay


def _tile(tile: TileButton, act: Act | None, overlay: Overlay) -> TileButton:
    """A tile that asks for that act; for nothing, it only closes the panel."""
    tile.clicked.connect(lambda: overlay.wished.emit(act))
    return tile


def _close(overlay: Overlay, kit: Kit) -> Button:
    button = Button(CLOSE, kit, "secondary")
    button.clicked.connect(lambda: overlay.wished.emit(None))
    return button
