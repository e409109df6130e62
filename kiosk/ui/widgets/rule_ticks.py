"""The rules of a password, each ticked or counted down while one types."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from kiosk.core.phrases import Phrases
from kiosk.core.view import RuleLine, Tick
from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.theme import LINE, Role
from kiosk.ui.widgets.announce import announce

_GAP = 3.4
_BETWEEN = 2.0
_DISC = 1.5  # the disc's height in sizes of the body type


class RuleRow(QLabel):
    """One rule: an open ring with the number to go, or a filled disc with a tick; and its words.

    A row that has counted once keeps the room for its count, so nothing moves while one types.
    """

    def __init__(self, rule: RuleLine, kit: Kit) -> None:
        super().__init__()
        self._rule, self._kit = rule, kit
        self.words = rule.text
        font = kit.theme.font("body")
        self._disc = round(font.pixelSize() * _DISC)
        self._words = Lines(rule.text, font, kit.right_to_left)
        widest = kit.phrases.more_to_go.of(100)
        self._widest_count = Lines(widest, kit.theme.font("label"), kit.right_to_left)
        self._natural = self._words.natural_width() + kit.theme.px(_GAP)
        self._both = self._natural + self._widest_count.natural_width()
        self._count: Lines | None = None
        self._counts = False
        self.tick: Tick | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def stand(self, tick: Tick) -> None:
        """Shows how the rule stands now, and says so aloud where its state has turned."""
        if tick == self.tick:
            return
        turned = self.tick is not None and tick.met != self.tick.met
        self.tick = tick
        kit, phrases = self._kit, self._kit.phrases
        count = _to_go(tick, phrases)
        self._count = Lines(count, kit.theme.font("label"), kit.right_to_left) if count else None
        state = phrases.rule_met if tick.met else phrases.rule_open
        self.setAccessibleName(f"{self._rule.text}: {count or state}")
        if turned:
            announce(self, self.accessibleName())
        if count and not self._counts:
            self._counts = True
            self.updateGeometry()
        self.update()

    def _start(self) -> int:
        return self._disc + self._kit.theme.px(_GAP)

    def _beside(self, room: int) -> bool:
        """Whether the count stands behind the words, on their line."""
        return self._both <= room

    def _height(self, room: int) -> float:
        words = self._words.height(room)
        if self._counts and not self._beside(room):
            words += self._widest_count.height(room)
        return words

    def heightForWidth(self, width: int) -> int:
        return max(self._disc, int(self._height(max(width - self._start(), 1)) + 0.999))

    def sizeHint(self) -> QSize:
        width = int(self._words.natural_width()) + 2 + self._start()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.px(40), self.heightForWidth(max(self.width(), 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mirrored = self._kit.right_to_left
        x = self.width() - self._disc if mirrored else 0
        self._paint_disc(painter, QRectF(x, 0, self._disc, self._disc))
        room = max(self.width() - self._start(), 1)
        left = 0 if mirrored else self._start()
        top = max(0.0, (self._disc - self._words.height(room)) / 2)
        ink = self._kit.theme.color(Role.ink)
        beside = self._beside(room)
        words_high = self._words.height(room)
        shift = self._natural if beside else 0.0
        self._words.draw(painter, QPointF(left, top), room, ink)
        if self._count:
            at = QPointF(left if mirrored else left + shift, top if beside else top + words_high)
            self._count.draw(painter, at, room - shift, ink)

    def _paint_disc(self, painter: QPainter, disc: QRectF) -> None:
        theme = self._kit.theme
        half = max(2, theme.px(LINE)) / 2
        met = self.tick is not None and self.tick.met
        painter.setPen(QPen(theme.color(Role.primary if met else Role.edge), 2 * half))
        painter.setBrush(theme.color(Role.primary if met else Role.card))
        painter.drawEllipse(disc.adjusted(half, half, -half, -half))
        if met:
            size = round(self._disc * 0.66)
            at = disc.center() - QPointF(size / 2, size / 2)
            painter.drawPixmap(at, self._kit.art.icon("yes", size, Role.on_primary))
        elif self.tick and self.tick.to_go:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.color(Role.ink))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self.tick.to_go))


class RuleTicks(QWidget):
    """All the rules, in the order of the school's rule set."""

    def __init__(self, rules: tuple[RuleLine, ...], kit: Kit) -> None:
        super().__init__()
        self._rows = {rule.id: RuleRow(rule, kit) for rule in rules}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(kit.theme.px(_BETWEEN))
        for row in self._rows.values():
            column.addWidget(row)

    def stand(self, ticks: tuple[Tick, ...]) -> None:
        """Shows how each rule stands; a tick for a rule that is not shown here is passed over."""
        for tick in ticks:
            if tick.id in self._rows:
                self._rows[tick.id].stand(tick)

    def all_met(self) -> bool:
        """Whether every rule that is shown here is met."""
        return all(row.tick is not None and row.tick.met for row in self._rows.values())


def _to_go(tick: Tick, phrases: Phrases) -> str:
    return "" if tick.met or tick.to_go < 1 else phrases.more_to_go.of(tick.to_go)
