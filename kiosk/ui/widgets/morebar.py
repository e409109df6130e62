"""What shows more of a page that is taller than its card: a strip under it, or a rail beside it."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import GAP, LEAST_GAP, LINE, Role
from kiosk.ui.widgets.button import Button

_BELOW = 1.0


class MoreBar(QWidget):
    """More goes down, the other one goes up; each is there only while there is something.

    On a low screen lines are dear and width is not: there it is a rail at the end side.
    """

    paged = Signal(int)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._theme, self._mirrored = kit.theme, kit.right_to_left
        self._rail = False
        self._up = Button(kit.phrases.more_above, kit, "pill")
        self._more = Button(kit.phrases.more, kit, "primary", "more")
        for button in (self._up, self._more):
            button.setParent(self)
        self._up.clicked.connect(lambda: self.paged.emit(-1))
        self._more.clicked.connect(lambda: self.paged.emit(1))

    def split(self, area: QRect, as_rail: bool) -> tuple[QRect, QRect]:
        """The place of the page and the place of the strip or the rail, out of one `area`."""
        self._rail = as_rail
        self._up.set_stacked(as_rail)
        self._show_more_whole(True)
        page, own = QRect(area), QRect(area)
        if not as_rail:
            high = self._more.sizeHint().height() + self._theme.px(LEAST_GAP + _BELOW)
            page.setHeight(area.height() - high)
            own.setTop(page.bottom() + 1)
            return page, own
        wide = max(button.sizeHint().width() for button in (self._up, self._more))
        own.setWidth(wide + self._theme.px(LEAST_GAP + _BELOW))
        page.setWidth(area.width() - own.width())
        (page if self._mirrored else own).moveRight(area.right())
        self._lay_out()  # where its place stays the same, Qt would not ask again
        return page, own

    def show_ends(self, at_start: bool, at_end: bool) -> None:
        """Hides the button that leads nowhere."""
        self._hand_focus_on(at_start, at_end)
        self._up.setVisible(not at_start)
        self._more.setVisible(not at_end)

    def _hand_focus_on(self, at_start: bool, at_end: bool) -> None:
        """Keeps the focus on the bar: Qt would hand it to the page, which scrolls to show it."""
        for leaving, staying, gone in (
            (self._up, self._more, at_start),
            (self._more, self._up, at_end),
        ):
            if gone and leaving is self.window().focusWidget() and at_start != at_end:
                staying.show()
                by_key = Qt.FocusReason.TabFocusReason
                staying.setFocus(by_key if leaving.ring else Qt.FocusReason.OtherFocusReason)

    def _show_more_whole(self, whole: bool) -> None:
        """With its words, or with the arrow alone."""
        self._more.show_words(whole)
        self._more.set_stacked(self._rail and whole)

    def _lay_out(self) -> None:
        px = self._theme.px
        self._show_more_whole(True)
        up, more = self._up.sizeHint(), self._more.sizeHint()
        both = up.height() + more.height() + px(LEAST_GAP + 2 * _BELOW)
        if self._rail and both > self.height():
            # Under a banner, in the largest letters, its arrow must do; its name stays.
            self._show_more_whole(False)
            more = self._more.sizeHint()
        if self._rail:
            wide = self.width() - px(LEAST_GAP + _BELOW)
            left = px(_BELOW) if self._mirrored else px(LEAST_GAP)
            self._up.setGeometry(left, px(_BELOW), wide, up.height())
            top = self.height() - px(_BELOW) - more.height()
            self._more.setGeometry(left, top, wide, more.height())
            return
        high = self.height() - px(LEAST_GAP + _BELOW)
        places = (
            QRect(px(GAP), px(LEAST_GAP), up.width(), high),
            QRect(self.width() - px(GAP) - more.width(), px(LEAST_GAP), more.width(), high),
        )
        for button, place in zip((self._up, self._more), places, strict=True):
            if self._mirrored:
                place.moveLeft(self.width() - place.right() - 1)
            button.setGeometry(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        thick = max(1, self._theme.px(LINE))
        line = QRect(0, 0, self.width(), thick)
        if self._rail:
            x = self.width() - thick if self._mirrored else 0
            line = QRect(x, 0, thick, self.height())
        QPainter(self).fillRect(line, self._theme.color(Role.hairline))
