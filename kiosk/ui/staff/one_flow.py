"""One flow for staff: its map, and beside it its pages or how its words stand in each language.

Its words are for staff only, and stand here in English: they are not translated.
"""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.core.sample_visit import seen_screens
from kiosk.staff.beside import title_at
from kiosk.staff.flow_words import FlowWords, flow_words
from kiosk.ui.kit import Kit
from kiosk.ui.staff.desk import Desk
from kiosk.ui.staff.family_parts import Pane, column_of, heading, on_touch
from kiosk.ui.staff.flow_map import FlowMap
from kiosk.ui.staff.map_stage import MapStage
from kiosk.ui.theme import TARGET, Role
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile import TileButton
from kiosk.ui.widgets.tile_grid import TileGrid

ALL, PAGES, WORDS = "All flows", "Pages", "Words"
LOOK_AT = "Touch a page, here or on the map, to see it as a family does."
STANDS = "How the words of this flow stand"

_ONE_COLUMN = 1_000  # tiles, from which on there would be two


class OneFlow(QWidget):
    """`looked_at` carries a place (flow/screen) that was touched, `left` leads to all flows."""

    looked_at = Signal(str)
    left = Signal()

    def __init__(self, desk: Desk, kit: Kit, name: str) -> None:
        super().__init__()
        self._desk, self._kit, self._name = desk, kit, name
        self._pane, flow_map = Pane(kit), FlowMap(kit)
        self._stage = MapStage(kit, flow_map, self._pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stage)
        self._read: list[FlowWords] = []
        self._reading = QTimer(self)  # one catalogue at a time: no touch waits for all of them
        self._reading.setInterval(0)
        self._reading.timeout.connect(self._read_one)
        flow_map.touched.connect(self.looked_at)
        flow_map.show_flow(desk.station.guide, name)
        self._show_pages()

    def _buttons(self, shown: str) -> Flowing:
        back = Button(ALL, self._kit, "pill", "back")
        on_touch(back, self.left.emit)
        pills = [back]
        for words, does in ((PAGES, self._show_pages), (WORDS, self._show_words)):
            pill = Button(words, self._kit, "pill")
            pill.set_style("accent" if words == shown else "pill")
            on_touch(pill, does)
            pills.append(pill)
        return Flowing(pills, self._kit)

    def _show_pages(self) -> None:
        self._reading.stop()
        self._stage.set_head(self._buttons(PAGES))
        guide, kit = self._desk.station.guide, self._kit
        tiles = []
        for screen in seen_screens(guide, self._name):
            place = f"{self._name}/{screen}"
            tile = TileButton(title_at(guide, place), kit)
            on_touch(tile, partial(self.looked_at.emit, place))
            tiles.append(tile)
        grid = TileGrid(tiles, kit, _ONE_COLUMN, TARGET)
        self._pane.set_content(column_of([heading(LOOK_AT, kit), grid], kit))

    def _show_words(self) -> None:
        self._stage.set_head(self._buttons(WORDS))
        self._tell_words()
        self._reading.start()

    def _read_one(self) -> None:
        """Reads how the words stand in one more language, and tells all when it was the last."""
        station, known = self._desk.station, [one.language for one in self._read]
        left = [code for code in station.words if code not in known]
        if not left:
            self._reading.stop()
            self._tell_words()
            return
        flow = station.guide.flows[self._name]
        self._read.append(flow_words(flow, left[0], self._desk.folders.words))

    def _tell_words(self) -> None:
        self._pane.set_content(column_of(list(self._words()), self._kit))

    def _words(self) -> Iterator[QWidget]:
        yield heading(STANDS, self._kit)
        for one in self._read:
            yield Text(one.name, self._kit, "label")
            yield Text(one.stands, self._kit, "body", Role.second_ink)
