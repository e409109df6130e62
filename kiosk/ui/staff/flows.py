"""Staff's page "Flows": each flow's map, the state of its words, and a look at any of its pages.

Its words are for staff only, and stand here in English: they are not translated.
"""

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.sample_visit import seen_screens
from kiosk.drawing.wording import first_capital, spoken, words_of
from kiosk.ui.kit import Kit
from kiosk.ui.staff.desk import Desk
from kiosk.ui.staff.family_parts import Pane, column_of, on_touch
from kiosk.ui.staff.flow_look import FlowLook
from kiosk.ui.staff.one_flow import OneFlow
from kiosk.ui.theme import TARGET
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile import TileButton
from kiosk.ui.widgets.tile_grid import TileGrid

FLOWS = "Flows of this station"
FLOWS_SAYS = "Look at the map of one, at its words, or at any of its pages. Nothing changes by it."
PAGES_OF = "{about} {pages} pages."

_EDGE, _TIGHT_EDGE = 3.0, 1.6  # millimetres


class FlowsPage(QWidget):
    """Made anew each time it is opened: first all flows, then one of them, then a page of it."""

    def __init__(self, desk: Desk, kit: Kit) -> None:
        super().__init__()
        self._desk, self._kit = desk, kit
        self._part: QWidget | None = None
        self._column = QVBoxLayout(self)
        edge = kit.theme.px(_TIGHT_EDGE if kit.theme.look.tight else _EDGE)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._show_all()

    def refresh(self) -> None:
        """Nothing here changes by itself: flows are read when the kiosk starts."""

    def _put(self, part: QWidget) -> None:
        """Shows that; what was shown before is gone for good."""
        if self._part is not None:
            self._column.removeWidget(self._part)
            self._part.hide()
            self._part.deleteLater()
        self._part = part
        self._column.addWidget(part)
        part.show()
        self._column.activate()

    def _show_all(self) -> None:
        guide, kit = self._desk.station.guide, self._kit
        tiles = []
        for name, flow in guide.flows.items():
            pages = len(seen_screens(guide, name))
            detail = PAGES_OF.format(about=spoken(flow.about, guide.facts), pages=pages).strip()
            tile = TileButton(first_capital(words_of(name)), kit, detail=detail)
            on_touch(tile, partial(self._show_flow, name))
            tiles.append(tile)
        title = Text(FLOWS, kit, "title_small").may_hold_focus()
        pane = Pane(kit)
        grid = TileGrid(tiles, kit, 2, TARGET)
        pane.set_content(column_of([title, Text(FLOWS_SAYS, kit), grid], kit))
        self._put(pane)

    def _show_flow(self, name: str) -> None:
        one = OneFlow(self._desk, self._kit, name)
        one.looked_at.connect(self._look_at)
        one.left.connect(self._show_all)
        self._put(one)

    def _look_at(self, place: str) -> None:
        flow = place.partition("/")[0]
        if place.partition("/")[2] not in seen_screens(self._desk.station.guide, flow):
            return  # a box that no family sees: the kiosk goes on from there by itself
        look = FlowLook(self._desk.station, self._kit, place)
        look.left.connect(partial(self._show_flow, flow))
        self._put(look)
        look.show_page()
