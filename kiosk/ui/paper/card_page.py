"""The card for a user name and a password as blocks of a page: to cut out, fold and write on."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kiosk.handoff.slip import PaperCard, Said
from kiosk.ui.paper.blocks import Block, Rule, Space
from kiosk.ui.paper.leaf import Leaf, Part
from kiosk.ui.paper.writing import Writing
from kiosk.ui.theme import Role

# ISO/IEC 7810, ID-1: what a wallet has room for.
CARD_WIDTH, CARD_HEIGHT = 85.6, 54.0

_PAD = 4.5
_LEAST_PAD = 1.2  # above and below, where a language needs the room
_CODE = 30.0
_LINE_ROOM = 9.0
_COPIES = 2  # on a whole sheet: for two adults, or a slip of the pen


def card_leaf(card: PaperCard, writing: Writing) -> Leaf:
    """The card and what to do with it, as written on the sheet of that writing."""
    narrow = writing.type.sheet.narrow
    bar = Rule(writing.pen(Role.primary, 1.6))
    school = writing.words(card.office.school, "label", Role.primary)
    heading = writing.said(card.heading, "heading" if narrow else "title")
    advice = [
        writing.beside(((writing.number(number), 8.0), (writing.said(said), 0)), 4.0, True)
        for number, said in enumerate(card.advice, 1)
    ]
    copies = [folding(card, writing)] * (1 if narrow else _COPIES)
    body: tuple[Block, ...] = (
        writing.stack((bar, school, heading), 2.4),
        writing.stack(advice, 3.0),
        *copies,
    )
    gap = writing.type.dots(6.0 if narrow else 10.0)
    return Leaf(tuple(Part(block, gap) for block in body), writing.office(card.office))


def folding(card: PaperCard, writing: Writing) -> "Folding":
    """The card: two faces, beside each other where the sheet is wide enough."""
    return Folding(_front(card, writing), _back(card, writing), writing)


@dataclass(frozen=True)
class Folding:
    """Two faces in a line to cut, parted by a line to fold."""

    front: Block
    back: Block
    writing: Writing

    def height(self, width: float) -> float:
        """That of one face, or of two where they stand one on the other."""
        return self._size(width)[1] * (2 if self._upright else 1)

    def paint(self, painter: QPainter, at: QPointF, width: float) -> None:
        """Paints the faces in the middle of the width."""
        across, high = self._size(width)
        aside = QPointF(0, high) if self._upright else QPointF(across, 0)
        start = at + QPointF((width - across - aside.x()) / 2, 0)
        whole = QRectF(start, start + aside + QPointF(across, high))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(self._dashed(Role.edge, 4))
        painter.drawRect(whole)
        painter.setPen(self._dashed(Role.hairline, 2))
        far = QPointF(across, 0) if self._upright else QPointF(0, high)
        painter.drawLine(start + aside, start + aside + far)
        faces = [self.front, self.back]
        if self.writing.right_to_left and not self._upright:
            faces.reverse()
        pad = self.writing.type.exact(_PAD)
        for face, corner in zip(faces, (start, start + aside), strict=True):
            down = (high - face.height(across - 2 * pad)) / 2
            face.paint(painter, corner + QPointF(pad, down), across - 2 * pad)

    @property
    def _upright(self) -> bool:
        return self.writing.type.sheet.narrow

    def _size(self, width: float) -> tuple[float, float]:
        exact = self.writing.type.exact
        return min(width, exact(CARD_WIDTH)), exact(CARD_HEIGHT)

    def _dashed(self, role: Role, dash: float) -> QPen:
        pen = self.writing.pen(role, 0.3)
        pen.setDashPattern([dash, dash])
        return pen


def face_room(writing: Writing) -> tuple[float, float]:
    """How wide and high the writing on one face may be, in dots."""
    sheet, exact = writing.type.sheet, writing.type.exact
    width = min(CARD_WIDTH, sheet.width - 2 * sheet.side)
    return exact(width - 2 * _PAD), exact(CARD_HEIGHT - 2 * _LEAST_PAD)


def _front(card: PaperCard, writing: Writing) -> Block:
    code = writing.code(card.portal, _CODE)
    phone = writing.icon("phone", 4.5, Role.primary)
    number = writing.words(card.office.phone, "mono")
    about = writing.stack(
        (
            writing.said(card.title, "label", Role.primary),
            writing.words(card.portal_name, "label"),
            writing.beside(((phone, 4.5), (number, 0)), 1.6, in_middle=True),
        ),
        0.8,
    )
    aside = code.side / writing.type.dots(1.0)
    top = writing.beside(((about, 0), (code, aside)), 2.0, in_middle=True)
    return writing.stack((top, writing.address(card.portal.line)), 0.8)


def _back(card: PaperCard, writing: Writing) -> Block:
    return writing.stack((_blank(card.user, writing), _blank(card.password, writing)), 4.0)


def _blank(said: Said, writing: Writing) -> Block:
    """A line to write on, and what belongs there."""
    line = Rule(writing.pen(Role.ink, 0.3))
    room = Space(writing.type.exact(_LINE_ROOM))
    return writing.stack((writing.said(said, "label"), room, line), 0)
