"""Two columns where the page is wide enough, one where it is not, in the order that suits each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import GAP, LEAST_GAP

LOW_WINDOW = 200.0
"""Millimetres: in a window lower than this, what a page can do without at first goes below."""
_LEAST_WIDE = 40.0  # millimetres


@dataclass(frozen=True)
class Plan:
    """What stands where: rows across the page, two columns, and rows across below them."""

    above: Sequence[QWidget] = ()
    left: Sequence[QWidget] = ()
    right: Sequence[QWidget] = ()
    below: Sequence[QWidget] = ()


@dataclass(frozen=True)
class Plans:
    """One plan for a wide page, one for a wide page in a low window, one for a narrow or tall page.

    All hold the same widgets; `small` is for a page that is narrow in a low window, if that is not
    as `narrow`. Widths are millimetres. `centred` sets a right column that is the shorter one
    beside the middle of the left one.
    """

    wide: Plan
    low: Plan
    narrow: Plan
    left: float
    least_right: float
    between: float = 7.0
    centred: bool = False
    small: Plan | None = None


class Columns(QWidget):
    """Places its widgets by their height for the width they get; the left column is at the start.

    The left column has its one width, and the right one, with the words, gets the rest.
    """

    def __init__(self, plans: Plans, kit: Kit) -> None:
        super().__init__()
        self._plans, self._kit = plans, kit
        self._heights: dict[tuple[int, int, int], int] = {}
        narrow = plans.narrow
        for widget in (*narrow.above, *narrow.left, *narrow.right, *narrow.below):
            widget.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def go_by(self, plans: Plans) -> None:
        """Places the same widgets by other plans from now on."""
        if plans is not self._plans:
            self._plans = plans
            self._heights.clear()
            self.updateGeometry()
            self._place()

    def _plan(self, width: int) -> Plan:
        plans, px, window = self._plans, self._kit.theme.px, self.window()
        both = px(plans.left) + px(plans.least_right) + px(plans.between)
        low = window.height() < min(px(LOW_WINDOW), window.width())
        if width < both or window.height() > window.width():
            return plans.small if plans.small and low else plans.narrow
        return plans.low if low else plans.wide

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        plan, px = self._plan(width), self._kit.theme.px
        left, between = px(self._plans.left), px(self._plans.between)
        above = list(self._stacked(plan.above, QRect(0, 0, width, 0)))
        top = self._under(above, 0)
        start = list(self._stacked(plan.left, QRect(0, top, left, 0)))
        end = list(self._stacked(plan.right, QRect(left + between, top, width - left - between, 0)))
        if self._plans.centred:
            spare = (self._under(start, top) - self._under(end, top)) // 2
            end = [(widget, place.translated(0, max(spare, 0))) for widget, place in end]
        columns = [*start, *end]
        bottom = self._under(columns, top) + px(GAP - LEAST_GAP)
        below = self._stacked(plan.below, QRect(0, bottom, width, 0))
        yield from (*above, *columns, *below)

    def _stacked(self, widgets: Sequence[QWidget], at: QRect) -> Iterator[tuple[QWidget, QRect]]:
        y = at.top()
        for widget in widgets:
            if not widget.isHidden():
                high = max(widget.heightForWidth(at.width()), widget.minimumHeight())
                yield widget, QRect(at.left(), y, at.width(), high)
                y += high + self._kit.theme.px(LEAST_GAP)

    def _under(self, places: Sequence[tuple[QWidget, QRect]], top: int) -> int:
        """Where the next widget may begin below all of these, or `top` where there are none."""
        ends = [place.bottom() + 1 + self._kit.theme.px(LEAST_GAP) for _, place in places]
        return max([top, *ends])

    def heightForWidth(self, width: int) -> int:
        # Layouts ask a dozen times a page, and each answer asks every part inside.
        window = self.window()
        key = (width, window.width(), window.height())
        if key not in self._heights:
            ends = (place.bottom() + 1 for _, place in self._places(width))
            self._heights[key] = max(ends, default=0)
        return self._heights[key]

    def sizeHint(self) -> QSize:
        width = self._kit.theme.px(self._plans.left)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        # Not its left column: on a page narrower than that, Qt would take the height it has there.
        px = self._kit.theme.px
        width = max(px(self._plans.left), self.width())
        return QSize(px(min(_LEAST_WIDE, self._plans.left)), self.heightForWidth(width))

    def _place(self) -> None:
        for widget, place in self._places(self.width()):
            if self._kit.right_to_left:
                place.moveLeft(self.width() - place.right() - 1)
            if widget.geometry() != place:
                widget.setGeometry(place)
                _ask_again(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._heights.clear()
            self.updateGeometry()
            self._place()
        return super().event(event)


def _ask_again(widget: QWidget) -> None:
    """Lets a layout inside forget the heights that its words had in another width."""
    for part in widget.findChildren(QWidget):
        part.updateGeometry()
