"""Paints a slip or a card onto any device that has pages: a PDF, or a printer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from PySide6.QtCore import QMarginsF, QPointF, QSizeF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter

from kiosk.handoff.matrix import Matrix, matrix_of
from kiosk.handoff.slip import PaperCard, Slip
from kiosk.ui.art import Art
from kiosk.ui.fonts import Fonts
from kiosk.ui.paper.blocks import Block
from kiosk.ui.paper.card_page import card_leaf
from kiosk.ui.paper.leaf import Leaf, Part
from kiosk.ui.paper.sheet import Sheet, Type
from kiosk.ui.paper.slip_page import slip_leaf
from kiosk.ui.paper.writing import Writing

Content = Slip | PaperCard
Drawn = Mapping[str, Matrix]

# Smaller words rather than a second page; the last ones are still of 10 points.
_SCALES = (1.0, 0.94, 0.88, 0.82)


@dataclass(frozen=True)
class Placed:
    """A block on a page, its left upper corner in dots from that of the paper."""

    block: Block
    at: QPointF


@dataclass(frozen=True)
class Laid:
    """A slip or a card, laid out. `content` is what is on it.

    `height` is that of the paper in millimetres.
    """

    content: Content
    sheet: Sheet
    height: float
    width_dots: float
    pages: tuple[tuple[Placed, ...], ...]

    def set_up(self, device: QPagedPaintDevice) -> None:
        """Gives the device this paper; all margins are our own."""
        size = QPageSize(QSizeF(self.sheet.width, self.height), QPageSize.Unit.Millimeter, "slip")
        device.setPageLayout(
            QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )

    def paint(self, device: QPagedPaintDevice) -> bool:
        """Paints all pages. False where the device cannot be painted on."""
        painter = QPainter()
        if not painter.begin(device):
            return False
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for number, page in enumerate(self.pages):
            if number:
                device.newPage()
            for placed in page:
                placed.block.paint(painter, placed.at, self.width_dots)
        return painter.end()


@dataclass(frozen=True)
class Press:
    """Lays out pages with the fonts and drawings of one assets folder."""

    assets: Path
    fonts: Fonts

    def lay(self, content: Content, sheet: Sheet) -> Laid:
        """The content on that sheet: on one page if words of a legible size allow it.

        Raises TooLong where no code holds its text.
        """
        drawn = drawn_codes(content)
        first = self._laid(content, 1.0, sheet, drawn)
        tries = _shorter(content) if len(first.pages) > 1 else iter(())
        laid = (self._laid(shorter, scale, sheet, drawn) for shorter, scale in tries)
        return next((one for one in laid if len(one.pages) == 1), first)

    def _laid(self, content: Content, scale: float, sheet: Sheet, drawn: Drawn) -> Laid:
        if sheet.narrow and isinstance(content, Slip):
            content = _without_next(content)  # it would be as wide as the roll
        made_of = Type(sheet, self.fonts, content.language, scale)
        art = Art(self.assets, made_of.theme, content.right_to_left)
        writing = Writing(made_of, art, drawn, content.right_to_left)
        leaf = (
            slip_leaf(content, writing)
            if isinstance(content, Slip)
            else card_leaf(content, writing)
        )
        width = made_of.exact(sheet.width - 2 * sheet.side)
        if sheet.height:
            pages = tuple(_pages(leaf, sheet, width))
            return Laid(content, sheet, sheet.height, width, pages)
        page, end = _long_page(leaf, sheet, width)
        return Laid(content, sheet, ceil(end / sheet.dots_per_mm) + sheet.top, width, (page,))


def drawn_codes(content: Content) -> Drawn:
    """The squares of its codes, by the text they hold. Raises TooLong where no code holds one."""
    if isinstance(content, PaperCard):
        codes = [content.portal]
    else:
        codes = [one.code for one in content.codes]
    return {code.text: matrix_of(code.text) for code in codes}


def _shorter(content: Content) -> Iterator[tuple[Content, float]]:
    """What may stand on one sheet yet: first smaller words, then a code less."""
    yield from ((content, scale) for scale in _SCALES[1:])
    if isinstance(content, Slip):
        yield from ((_without_next(content), scale) for scale in _SCALES)


def _without_next(slip: Slip) -> Slip:
    """Without the largest code, which only says again what stands on the page."""
    return replace(slip, codes=tuple(one for one in slip.codes if one.name != "next"))


def _long_page(leaf: Leaf, sheet: Sheet, width: float) -> tuple[tuple[Placed, ...], float]:
    """All on one page, and where it ends."""
    left, top = sheet.side * sheet.dots_per_mm, sheet.top * sheet.dots_per_mm
    placed = []
    for part in (*leaf.body, Part(leaf.foot, 0.0)):
        placed.append(Placed(part.block, QPointF(left, top)))
        top += part.block.height(width) + part.gap
    return tuple(placed), top


def _pages(leaf: Leaf, sheet: Sheet, width: float) -> Iterator[tuple[Placed, ...]]:
    """Parts from the top down, on as many pages as they need; the last one has the foot."""
    left, first = sheet.side * sheet.dots_per_mm, sheet.top * sheet.dots_per_mm
    last = (sheet.height - sheet.top) * sheet.dots_per_mm
    page: list[Placed] = []
    top = first
    for part in leaf.body:
        high = part.block.height(width)
        if page and top + high > last:
            yield tuple(page)
            page, top = [], first
        page.append(Placed(part.block, QPointF(left, top)))
        top += high + part.gap
    foot = last - leaf.foot.height(width)
    if page and top > foot:
        yield tuple(page)
        page = []
    yield (*page, Placed(leaf.foot, QPointF(left, foot)))
