"""The first screen: what this is for, in each language in turn, and where to touch."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.front import Tongue
from kiosk.ui.kit import Kit
from kiosk.ui.kits import House
from kiosk.ui.screens.greeting import Greeting
from kiosk.ui.theme import GAP, LEAST_GAP, TARGET, Kind, Role
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.mark import Mark
from kiosk.ui.widgets.text import Text

_EACH_LANGUAGE_MS = 6000
_FADE_MS = 500
_PICTURE = "welcome"


class Attract(QWidget):
    """A touch anywhere begins in the language that is shown; on a language's name, in that one."""

    wished = Signal(object)

    def __init__(self, kit: Kit, house: House) -> None:
        super().__init__()
        self._kit = kit
        self._tongues = _greeting(house.greetings())
        self._now = 0
        self._languages = self._language_buttons(house.greetings())
        self._mark = Mark(kit, Role.on_stage, Role.stage)
        self._mark.held.connect(self._open_staff)
        self._school = Text(house.school, kit, "label", Role.on_stage)
        self._greeting = Greeting(kit)
        self._begin = Button("", kit, "accent", "next", icon_last=True)
        self._begin.ring_role = Role.stage_focus
        self._begin.clicked.connect(self._start)
        self._look = Button("", kit, "stage", "star")
        self._look.ring_role = Role.stage_focus
        self._look.clicked.connect(self._look_around)
        self._disc = QRect()
        parts = (self._mark, self._school, self._greeting, self._begin, self._look)
        for part in (*parts, *self._languages):
            part.setParent(self)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_FADE_MS)
        self._fade.setStartValue(0.0)
        self._fade.setEndValue(1.0)
        self._fade.valueChanged.connect(self._greeting.fade)
        self._turn = QTimer(self)
        self._turn.setInterval(_EACH_LANGUAGE_MS)
        self._turn.timeout.connect(self.greet_in_next)
        self._greeting.say(self._tongues[0])
        if kit.theme.look.motion and len(self._tongues) > 1:
            self._turn.start()

    def first_focus(self) -> QWidget:
        """The button that begins."""
        return self._begin

    def takes_turns(self) -> bool:
        """Whether the languages change by themselves."""
        return self._turn.isActive()

    def greet_in_next(self) -> None:
        """Greets in the next language."""
        self._now = (self._now + 1) % len(self._tongues)
        self._greet()
        self._fade.start()

    # This page must stand before anything it may lead to is read in: wishes come with a touch.

    def _start(self) -> None:
        self._begin_in(self._tongues[self._now].code)

    def _begin_in(self, language: str) -> None:
        from kiosk.ui.wishes import Begin

        self.wished.emit(Begin(language))

    def _look_around(self) -> None:
        from kiosk.ui.wishes import LookAround

        self.wished.emit(LookAround(self._tongues[self._now].code))

    def _open_staff(self) -> None:
        from kiosk.ui.wishes import OpenStaff

        self.wished.emit(OpenStaff())

    def _greet(self) -> None:
        tongue = self._tongues[self._now]
        self._greeting.say(tongue)
        self._lay_out()

    def _language_buttons(self, tongues: tuple[Tongue, ...]) -> list[Button]:
        if len(tongues) < 2:
            return []
        self._kit.theme.load(tongue.code for tongue in tongues)
        buttons = []
        for tongue in tongues:
            button = Button(tongue.name, self._kit, "stage")
            button.say(tongue.name, tongue.code)
            button.ring_role = Role.stage_focus
            button.clicked.connect(lambda _=False, code=tongue.code: self._begin_in(code))
            buttons.append(button)
        return buttons

    def _lay_out(self) -> None:
        px = self._kit.theme.px
        tall = self.height() > self.width()
        large = not self._kit.theme.look.tight
        edge = px(8 if large else 4)
        side = max(edge, round(self.width() * (0.058 if large else 0.03)))
        tongue = self._tongues[self._now]
        kind: Kind = "title_small" if large else "label"
        self._begin.say(tongue.begin, tongue.code, kind)
        self._look.say(tongue.look, tongue.code)
        self._mark.move(edge, edge)
        name = self._school.sizeHint()
        centre = self._mark.geometry().center().y()
        left = edge + self._mark.width() + px(3)
        self._school.setGeometry(left, centre - name.height() // 2, name.width(), name.height())
        top = self._mark.geometry().bottom() + edge
        bottom = self._lay_out_languages(side, self.height() - max(edge, side // 2))
        middle = QRect(side, top, self.width() - 2 * side, bottom - top)
        self._lay_out_middle(middle, tall)
        self.update()

    def _lay_out_languages(self, side: int, bottom: int) -> int:
        """Puts the languages in even rows above `bottom`; gives where the rest ends."""
        if not self._languages:
            return bottom
        px = self._kit.theme.px
        large = not self._kit.theme.look.tight
        gap, width = px(GAP * 0.7 if large else LEAST_GAP), self.width() - 2 * side
        widest = max(button.sizeHint().width() for button in self._languages)
        columns = _columns(len(self._languages), (width + gap) // (widest + gap))
        rows = -(-len(self._languages) // columns)
        wide = (width - gap * (columns - 1)) // columns
        words = max(button.heightForWidth(wide) for button in self._languages)
        high = max(words, px(TARGET + 2.5 if large else TARGET))
        top = bottom - rows * high - (rows - 1) * gap
        for number, button in enumerate(self._languages):
            x = side + (number % columns) * (wide + gap)
            button.setGeometry(x, top + (number // columns) * (high + gap), wide, high)
        return top - px(GAP)

    def _lay_out_middle(self, area: QRect, tall: bool) -> None:
        px = self._kit.theme.px
        words = QRect(area)
        if tall:
            size = min(area.width() * 7 // 10, area.height() * 44 // 100)
            self._disc = QRect(area.center().x() - size // 2, area.top(), size, size)
            words.setTop(area.top() + size)
        else:
            size = min(area.width() * 36 // 100, area.height() * 94 // 100)
            y = area.center().y() - size // 2
            self._disc = QRect(area.right() - size, y, size, size)
            words.setRight(area.right() - size - px(10))
        begin = self._begin.sizeHint()
        roomy = words.height() > px(90)
        more = QSize(px(8), px(4)) if roomy else QSize(px(4), 0)
        begin = (begin + more).boundedTo(words.size())
        gap = px(8 if roomy else 4)
        high = self._greeting.fit(words.width(), words.height() - begin.height() - gap)
        top = words.top() + max((words.height() - high - gap - begin.height()) // 2, 0)
        self._greeting.setGeometry(words.left(), top, words.width(), high)
        x = words.left()
        if self._tongues[self._now].right_to_left:
            x = words.right() + 1 - begin.width()
        self._begin.setGeometry(QRect(QPoint(x, top + high + gap), begin))
        self._lay_out_look(words)

    def _lay_out_look(self, words: QRect) -> None:
        """Beside the button that begins, or at the end of the top line where there is no room."""
        px, begin = self._kit.theme.px, self._begin.geometry()
        size = self._look.sizeHint()
        mirrored = self._tongues[self._now].right_to_left
        gap = px(GAP)
        x = begin.left() - gap - size.width() if mirrored else begin.right() + 1 + gap
        place = QRect(QPoint(x, begin.center().y() - size.height() // 2), size)
        if not words.contains(QRect(x, words.top(), size.width(), 1)):
            edge = self._mark.y()
            y = self._mark.geometry().center().y() - size.height() // 2
            place.moveTopLeft(QPoint(self.width() - edge - size.width(), max(y, px(1))))
        self._look.setGeometry(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self._start()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._kit.theme
        painter.fillRect(self.rect(), theme.color(Role.stage))
        if self._disc.isEmpty():
            return  # on the smallest screen with the largest letters the languages take it all
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Role.stage_shape))
        painter.drawEllipse(self._disc)
        inner = self._disc.width() * 41 // 100
        painter.setBrush(theme.color(Role.tint))
        painter.drawEllipse(self._disc.center(), inner, inner)
        side = round(inner * 1.5)
        picture = self._kit.art.picture(_PICTURE, QSize(side, side))
        painter.drawPixmap(self._disc.center() - picture.rect().center(), picture)


def _columns(count: int, most: int) -> int:
    """In how many columns that many buttons stand best: few rows, and few gaps in the last one."""

    def cost(columns: int) -> float:
        rows = -(-count // columns)
        return rows + 0.6 * (rows * columns - count)

    return min(range(1, min(max(most, 1), 5) + 1), key=cost)


def _greeting(tongues: tuple[Tongue, ...]) -> tuple[Tongue, ...]:
    """The languages that have words of their own for the greeting."""
    first = {tongue.title: tongue for tongue in reversed(tongues)}
    return tuple(tongue for tongue in tongues if first[tongue.title] is tongue)
