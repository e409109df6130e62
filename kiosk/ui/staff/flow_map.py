"""The map of a flow for staff, with large buttons to make it larger, smaller, and to find a page.

Its words are for staff only, and stand here in English: they are not translated.
"""

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.guide import Guide
from kiosk.drawing import pens
from kiosk.drawing.charting import chart_of
from kiosk.drawing.svg import svg_of
from kiosk.drawing.wording import words_of
from kiosk.ui.kit import Kit
from kiosk.ui.staff.flow_canvas import STEP, FlowCanvas
from kiosk.ui.theme import DRAWN, LEAST_GAP, Role, Theme
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flowing import Flowing

_LARGER, _SMALLER = "Larger", "Smaller"
_WHOLE, _FIND = "Whole map", "Find the mark"
_NAME = "Map of the flow: {flow}. Drag it, or use the arrow keys."

_HEX = re.compile(r"#[0-9A-F]{6}\b")

# The colours of maps that no picture has.
_ROLES = {
    pens.QUIET: Role.second_ink,
    pens.LINE: Role.second_ink,
    pens.BACK_LINE: Role.edge,
    pens.HAIRLINE: Role.hairline,
    "#1F7A52": Role.good,
    "#E6F3EC": Role.tint,
    "#FDF1E0": Role.note,
    "#A84C12": Role.accent_edge,
    "#E1EFEE": Role.tint,
}


def map_of(guide: Guide, flow: str, theme: Theme) -> str:
    """The picture of that flow as SVG, in the colours and the letters of the theme."""

    def themed(found: re.Match[str]) -> str:
        role = {**DRAWN, **_ROLES}.get(found[0])
        return theme.color(role).name() if role else found[0]

    family = theme.font("small", "en").families()[0]
    picture = svg_of(chart_of(guide, flow)).replace(pens.FONTS, family)
    return _HEX.sub(themed, picture)


class FlowMap(QWidget):
    """`touched` carries the place (flow/screen) of a box that was tapped."""

    touched = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.canvas = FlowCanvas(kit)
        self.canvas.setParent(self)
        self.canvas.touched.connect(self.touched)
        smaller = Button(_SMALLER, kit, "pill", "minus")
        larger = Button(_LARGER, kit, "pill", "plus")
        whole, find = Button(_WHOLE, kit, "pill", "tabs"), Button(_FIND, kit, "pill", "search")
        for signed in (smaller, larger):
            signed.show_words(False)
        self._wordy = (whole, find)
        smaller.clicked.connect(lambda: self.canvas.zoom(1 / STEP))
        larger.clicked.connect(lambda: self.canvas.zoom(STEP))
        whole.clicked.connect(lambda: self.canvas.show_whole())
        find.clicked.connect(lambda: self.canvas.show_mark())
        self._find = find
        self._bar = Flowing((smaller, larger, whole, find), kit)
        self._bar.setParent(self)

    def show_flow(self, guide: Guide, flow: str) -> None:
        """Shows the map of that flow, without a mark."""
        places = [f"{flow}/{name}" for name in guide.flows[flow].screens]
        svg = map_of(guide, flow, self._kit.theme)
        self.canvas.take(svg, places, _NAME.format(flow=words_of(flow)))
        self._find.hide()

    def mark(self, place: str, words: str) -> None:
        """Marks the box of that place with those words, and brings it into the middle."""
        self.canvas.mark(place, words)
        self._find.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for button in self._wordy:
            button.show_words(True)
        if self._bar.sizeHint().width() > self.width():
            for button in self._wordy:
                button.show_words(False)
        bar = self._bar.heightForWidth(self.width())
        top = self.height() - bar
        self._bar.setGeometry(0, top, self.width(), bar)
        gap = self._kit.theme.px(LEAST_GAP)
        self.canvas.setGeometry(0, 0, self.width(), max(top - gap, 0))
