"""The password page before a room: a made-up password types itself, and its rules tick."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from kiosk.core.events import Confirmed
from kiosk.core.scenes import TypedOut
from kiosk.ui.kit import Kit
from kiosk.ui.theme import RING, SMALL_CORNER, TARGET, Role
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.ready_button import ReadyButton
from kiosk.ui.widgets.rule_ticks import RuleTicks
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile_grid import TileGrid

_LETTER_MS = 320
_HIGH, _SIDE, _CARET = 18.0, 5.0, 0.6  # millimetres
_SMALLEST = 0.62
_LINE, _RULES = 150.0, 72.0


class TypedLine(QLabel):
    """What stands in the field so far, and a caret. It takes no focus, no key and no touch."""

    whole = True

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        px = self._kit.theme.px
        high = int(QFontMetricsF(self._kit.theme.font("huge")).height())
        return max(px(_HIGH), high + px(2))

    def sizeHint(self) -> QSize:
        return QSize(self._kit.theme.px(90), self.heightForWidth(0))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _fitting_font(self, room: float) -> QFont:
        font = QFont(self._kit.theme.font("huge"))
        wide = QFontMetricsF(font).horizontalAdvance(self.text())
        font.setPixelSize(int(font.pixelSize() * max(min(room / max(wide, 1), 1), _SMALLEST)))
        return font

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._kit.theme
        half = max(2, theme.px(RING)) / 2
        painter.setPen(QPen(theme.color(Role.primary), 2 * half))
        painter.setBrush(theme.color(Role.card))
        corner, side = theme.px(SMALL_CORNER), theme.px(_SIDE)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, corner, corner)
        inner = area.adjusted(side, 0, -side, 0)
        font = self._fitting_font(inner.width() - theme.px(_CARET))
        painter.setFont(font)
        painter.setPen(theme.color(Role.ink))
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self.text())
        meter = QFontMetricsF(font)
        left = inner.left() + meter.horizontalAdvance(self.text())
        top = inner.center().y() - meter.height() / 2
        caret = QRectF(left + half, top, theme.px(_CARET), meter.height())
        painter.fillRect(caret, theme.color(Role.primary))


class TypedOutBody(QWidget):
    """Letter by letter where the look has motion, else the whole password at once."""

    happened = Signal(object)

    def __init__(self, body: TypedOut, kit: Kit) -> None:
        super().__init__()
        self._body, self._kit = body, kit
        self._line = TypedLine(kit)
        self._line.setAccessibleName(body.label)
        # A password is written from left to right in every language.
        self._line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._rules = RuleTicks(body.rules, kit)
        self._go_on = ReadyButton(body.button, kit)
        self._go_on.clicked.connect(lambda: self.happened.emit(Confirmed()))
        self._lay_out()
        self._letters = QTimer(self)
        self._letters.setInterval(_LETTER_MS)
        self._letters.timeout.connect(self.type_one)
        if kit.theme.look.motion:
            self._letters.start()
            self._stand_at("")
        else:
            self._stand_at(body.text)

    def first_focus(self) -> QWidget:
        """The button; there is no field."""
        return self._go_on

    def type_one(self) -> None:
        """Types the next letter, as the timer does."""
        typed = self._body.text[: len(self._line.text()) + 1]
        self._stand_at(typed)
        if typed == self._body.text:
            self._letters.stop()

    def _stand_at(self, typed: str) -> None:
        self._line.setText(typed)
        self._rules.stand(self._kit.judge(typed, self._body.personal))
        self._go_on.setEnabled(self._rules.all_met() and bool(typed))

    def _lay_out(self) -> None:
        label = Text(self._body.label, self._kit, "label")
        ways = TileGrid((self._go_on,), self._kit, two_from=2, high=TARGET)
        field = (label, self._line)
        plans = Plans(
            wide=Plan(left=(*field, ways), right=(self._rules,)),
            low=Plan(left=(*field, ways), right=(self._rules,)),
            narrow=Plan((*field, self._rules, ways)),
            left=_LINE,
            least_right=_RULES,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns(plans, self._kit))
        column.addStretch(1)
