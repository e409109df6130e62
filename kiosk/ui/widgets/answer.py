"""One answer of a page as a tile: touching it tells its id."""

from collections.abc import Callable

from kiosk.core.events import Chosen
from kiosk.core.view import Tile
from kiosk.ui.kit import Kit
from kiosk.ui.widgets.tile import TileButton


def answer_tile(answer: Tile, kit: Kit, tell: Callable[[object], None]) -> TileButton:
    """The tile of an answer; `tell` gets the Chosen event when it is touched."""
    tile = TileButton(answer.text, kit, answer.icon)
    tile.clicked.connect(lambda: tell(Chosen(answer.id)))
    return tile
