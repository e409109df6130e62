"""The speaker's notes: on a second screen, with the scene small and the clock; or in the corner."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.demo.speaker_phrases import SpeakerPhrases, time_since
from kiosk.ui.kit import Kit
from kiosk.ui.theme import LINE, SMALL_CORNER, Kind, Role
from kiosk.ui.widgets.text import Text

_EDGE, _GAP, _INSIDE = 8.0, 5.0, 5.0  # millimetres
_SMALL_SCENE, _CORNER_WIDE, _CORNER_HIGH = 0.42, (0.44, 0.75), 0.8  # parts of the window
# The largest type in which the notes fit is taken.
_TYPES: tuple[Kind, ...] = ("title", "title_small", "body", "small")


@dataclass(frozen=True)
class Told:
    """What the notes tell: scene `number` (from 1) of `count`, its notes, the next one's title."""

    number: int
    count: int
    notes: str
    next: str
    alone: bool = False


class NotesWindow(QWidget):
    """A window for the speaker's own screen. It cannot be closed by hand: the presentation ends."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit, self._phrases = kit, SpeakerPhrases()
        self._scene = QLabel()
        self._scene.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._where = Text("", kit, "title_small")
        self._clock = Text("", kit, "title")
        self._next = Text("", kit, "label")
        self._state = Text("", kit, "small", Role.second_ink)
        self._notes = Text("", kit, "title_small")
        for part in (*self._column(), self._clock, self._notes):
            part.setParent(self)
        self.setWindowTitle(self._phrases.notes_window)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)

    def tell(self, told: Told) -> None:
        """Shows another scene's notes."""
        self._where.say(self._phrases.where(told.number, told.count))
        self._notes.say(told.notes)
        self._next.say(self._phrases.what_next(told.next))
        self._state.say(self._phrases.alone if told.alone else "")
        self._lay_out()

    def tell_time(self, seconds: float) -> None:
        """Shows how long the presentation has lasted."""
        if self._clock.text() != time_since(seconds):
            self._clock.say(time_since(seconds))

    def show_scene(self, scene: QPixmap) -> None:
        """Shows small what the room sees."""
        kept = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        self._scene.setPixmap(scene.scaled(self._scene_size().size(), kept, smooth))

    def _column(self) -> tuple[QLabel, ...]:
        return (self._scene, self._where, self._next, self._state)

    def _scene_size(self) -> QRect:
        edge = self._kit.theme.px(_EDGE)
        wide = round(self.width() * _SMALL_SCENE)
        return QRect(edge, edge, wide, wide * 9 // 16)

    def _lay_out(self) -> None:
        px = self._kit.theme.px
        edge, gap = px(_EDGE), px(_GAP)
        place = self._scene_size()
        self._scene.setGeometry(place)
        top = place.bottom() + gap
        for part in self._column()[1:]:
            high = part.heightForWidth(place.width())
            part.setGeometry(place.left(), top, place.width(), high)
            top += high + gap
        left = place.right() + edge
        wide = max(self.width() - left - edge, 1)
        clock = self._clock.heightForWidth(wide)
        self._clock.setGeometry(left, edge, wide, clock)
        above = edge + clock + gap
        room = QRect(left, above, wide, max(self.height() - above - edge, 1))
        _fit(self._notes, _TYPES, room.width(), room.height())
        self._notes.setGeometry(room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._kit.theme.color(Role.paper))


class CornerNotes(QWidget):
    """The notes on a card at the bottom of the page, at its end side; touches go through it."""

    def __init__(self, kit: Kit, window: QWidget) -> None:
        super().__init__(window)
        self._kit, self._window, self._phrases = kit, window, SpeakerPhrases()
        self._where = Text("", kit, "label")
        self._notes = Text("", kit, "body")
        self._next = Text("", kit, "small", Role.second_ink)
        self._told = ""
        for part in self._parts():
            part.setParent(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, told: Told) -> None:
        """Shows another scene's notes."""
        self._told = self._phrases.where(told.number, told.count)
        self._where.say(self._told)
        self._notes.say(told.notes)
        self._next.say(self._phrases.what_next(told.next))
        self.lay_out()

    def tell_time(self, seconds: float) -> None:
        """Shows how long the presentation has lasted."""
        said = f"{self._told} \u00b7 {time_since(seconds)}"
        if self._where.text() != said:
            self._where.say(said)

    def lay_out(self) -> None:
        """Takes its place in the window: in the corner, wider where there is much to say."""
        inside, gap = self._kit.theme.px(_INSIDE), self._kit.theme.px(_GAP) // 2
        around = self._window.rect()
        for part_of_window in _CORNER_WIDE:
            wide = round(around.width() * part_of_window)
            words = wide - 2 * inside
            beside = sum(part.heightForWidth(words) for part in (self._where, self._next))
            room = round(around.height() * _CORNER_HIGH) - beside - 2 * inside - 2 * gap
            if _fit(self._notes, _TYPES[2:], words, room):
                break
        top = inside
        for part in self._parts():
            high = part.heightForWidth(words)
            part.setGeometry(inside, top, words, high)
            top += high + gap
        high = top - gap + inside
        self.setGeometry(
            around.width() - wide - inside, around.height() - high - inside, wide, high
        )

    def _parts(self) -> tuple[Text, ...]:
        return (self._where, self._notes, self._next)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._kit.theme
        half = max(1.0, theme.px(LINE) / 2)
        painter.setPen(QPen(theme.color(Role.accent_edge), 2 * half))
        painter.setBrush(theme.color(Role.note))
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, theme.px(SMALL_CORNER), theme.px(SMALL_CORNER))


def _fit(words: Text, types: tuple[Kind, ...], wide: int, high: int) -> bool:
    """Sets the words in the largest of the types in which they fit; False where they fit in none,
    and stand in the smallest."""
    for kind in types:
        words.restyle(kind)
        if words.heightForWidth(wide) <= high:
            return True
    return False
