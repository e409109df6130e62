"""One message in the list of a mail program: who wrote, about what, and when."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from kiosk.core.scenes import MailLine, MailLook
from kiosk.ui.kit import Kit
from kiosk.ui.lines import CENTRE, Lines
from kiosk.ui.theme import LINE, RING, SMALL_CORNER, TARGET, Role
from kiosk.ui.widgets.press import Press

_SIDE, _ABOVE, _DISC = 3.6, 1.8, 9.0


class MailRow(Press):
    """A disc with the sender's first letter, the sender, the time, and the subject under it.

    A new message is heavier and has a dot at its start. In the look `plain` rows lie close, parted
    by a line; in the others each is a card of its own.
    """

    def __init__(self, line: MailLine, look: MailLook, kit: Kit) -> None:
        super().__init__(f"{line.sender}, {line.subject}, {line.when}", kit)
        self._line, self._look = line, look
        theme, mirrored = kit.theme, kit.right_to_left
        self._sender = Lines(line.sender, theme.font("label"), mirrored)
        self._subject = Lines(
            line.subject, theme.font("label" if line.unread else "body"), mirrored
        )
        self._when = Lines(line.when, theme.font("small"), mirrored)
        # In some scripts a line is higher than the disc.
        self._letter = Lines(line.sender[:1], theme.font("label", "en"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _edges(self) -> tuple[int, int, int]:
        """The padding at the sides, above, and the disc, in pixels."""
        px = self.kit.theme.px
        return px(_SIDE), px(_ABOVE), px(_DISC)

    def _room(self, width: int) -> tuple[int, float, float]:
        """Where words begin, how wide they may be, and how wide the sender may be beside when."""
        side, _, disc = self._edges()
        start = 2 * side + disc
        room = max(width - start - side, 1)
        when = self._when.natural_width() + side
        beside = room - when
        return start, room, beside if beside > room / 3 else room

    def _heights(self, width: int) -> tuple[float, float, float]:
        """The heights of the sender, of the time below it (0 beside it), and of the subject."""
        _, room, beside = self._room(width)
        below = self._when.height(room) if beside == room else 0.0
        return self._sender.height(beside), below, self._subject.height(room)

    def heightForWidth(self, width: int) -> int:
        words = sum(self._heights(width)) + 2 * self._edges()[1]
        return max(self.kit.theme.px(TARGET), int(words + 0.999))

    def sizeHint(self) -> QSize:
        width = self.kit.theme.px(120)
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_plate(painter)
        self._paint_disc(painter)
        self._paint_words(painter)

    def _paint_plate(self, painter: QPainter) -> None:
        theme = self.kit.theme
        wide = max(2, theme.px(RING if self.ring_shows() else LINE))
        edge = Role.focus if self.ring_shows() else Role.edge
        fill = Role.tint if self.isDown() or self._line.unread else Role.card
        painter.setPen(QPen(theme.color(edge), wide))
        painter.setBrush(theme.color(fill))
        half = wide / 2
        corner = theme.px(1.2 if self._look == "plain" else SMALL_CORNER)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)

    def _paint_disc(self, painter: QPainter) -> None:
        theme = self.kit.theme
        side, _, size = self._edges()
        disc = self.start_rect(QRect(side, (self.height() - size) // 2, size, size))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Role.primary))
        if self._look == "cards":
            painter.drawRoundedRect(disc, theme.px(2), theme.px(2))
        else:
            painter.drawEllipse(disc)
        top = disc.center().y() - self._letter.height(size) / 2
        at = QPointF(disc.left(), top)
        self._letter.draw(painter, at, size, theme.color(Role.on_primary), CENTRE)

    def _paint_words(self, painter: QPainter) -> None:
        theme = self.kit.theme
        start, room, beside = self._room(self.width())
        sender, below, subject = self._heights(self.width())
        top = (self.height() - sender - below - subject) / 2
        ink, soft = theme.color(Role.ink), theme.color(Role.second_ink)
        self._sender.draw(painter, self._at(start, top, beside), beside, ink)
        if below:
            self._when.draw(painter, self._at(start, top + sender, room), room, soft)
        else:
            when = room - beside
            at = self._at(start + beside + theme.px(_SIDE), top, when)
            self._when.draw(painter, at, when, soft)
        at = self._at(start, top + sender + below, room)
        self._subject.draw(painter, at, room, ink)

    def _at(self, start: float, top: float, wide: float) -> QPointF:
        """The upper left corner of a text that begins there, in this page's direction."""
        left = self.width() - start - wide if self.kit.right_to_left else start
        return QPointF(left, top)
