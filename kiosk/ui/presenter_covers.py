"""What lies over the page before a room: the pause screen, the keys, the question at Esc."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.demo.presenting import Presenting
from kiosk.demo.speaker_phrases import SpeakerPhrases
from kiosk.ui.kit import Kit
from kiosk.ui.lines import CENTRE
from kiosk.ui.theme import Role
from kiosk.ui.widgets.mark import Mark
from kiosk.ui.widgets.overlay import Overlay
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile import TileButton

_MARK, _BELOW, _KEYS = 40.0, 10.0, 82.0  # millimetres


class PauseCover(QWidget):
    """The colour of the first screen, the school's mark, and one sentence. No touch does a thing:
    the room must not be shown the page before its speaker wants it."""

    def __init__(self, kit: Kit, school: str, says: str) -> None:
        super().__init__()
        self._kit = kit
        mark = Mark(kit, Role.on_stage, Role.stage)
        side = kit.theme.px(_MARK)
        mark.setFixedSize(side, side)
        column = QVBoxLayout(self)
        column.setSpacing(kit.theme.px(_BELOW))
        column.addStretch(1)
        column.addWidget(mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(Text(says, kit, "big", Role.on_stage, CENTRE))
        column.addWidget(Text(school, kit, "body", Role.on_stage, CENTRE))
        column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._kit.theme.color(Role.stage))


def keys_card(kit: Kit, phrases: SpeakerPhrases) -> Overlay:
    """Every key, and what it does."""
    card = Overlay(kit, phrases.keys_title)
    card.add_rows([_key_row(keys, does, kit) for keys, does in phrases.keys])
    return card


def _key_row(keys: str, does: str, kit: Kit) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(kit.theme.gap())
    name = Text(keys, kit, "small")
    name.setFixedWidth(kit.theme.px(_KEYS))
    row.addWidget(name)
    row.addWidget(Text(does, kit, "small", Role.second_ink), 1)
    return line


def asking_card(kit: Kit, phrases: SpeakerPhrases) -> Overlay:
    """Asks whether to leave. Its `wished` tells "stay" or "leave"."""
    card = Overlay(kit, phrases.asking_title, phrases.asking_says)
    stay, leave = TileButton(phrases.stay, kit, "back"), TileButton(phrases.leave, kit, "close")
    stay.clicked.connect(lambda: card.wished.emit("stay"))
    leave.clicked.connect(lambda: card.wished.emit("leave"))
    card.add_rows([stay, leave])
    return card


class Covers(QObject):
    """Holds the one cover that is there, as large as the window. `moved` tells a Move."""

    moved = Signal(object)

    def __init__(self, window: QWidget, school: str) -> None:
        super().__init__(window)
        self._window, self._school = window, school
        self._cover: QWidget | None = None
        self._stands: Presenting | None = None
        window.installEventFilter(self)

    def show_for(self, now: Presenting, kit: Kit, pause_says: str, speaker: Kit) -> None:
        """Covers the page as the presentation stands; `kit` speaks to the room."""
        stands = Presenting(
            paused=now.paused, keys=now.keys, asking=now.asking, language=now.language
        )
        if stands == self._stands:
            return
        self._stands = stands
        self._take_away()
        if now.paused:
            self._put(PauseCover(kit, self._school, pause_says))
        elif now.keys:
            self._put(keys_card(speaker, SpeakerPhrases()))
        elif now.asking:
            card = asking_card(speaker, SpeakerPhrases())
            card.wished.connect(self.moved)
            self._put(card)

    def _put(self, cover: QWidget) -> None:
        self._cover = cover
        cover.setParent(self._window)
        cover.setGeometry(self._window.rect())
        cover.show()
        cover.raise_()

    def _take_away(self) -> None:
        if self._cover is not None:
            self._cover.hide()
            self._cover.deleteLater()
            self._cover = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._cover is not None:
            self._cover.setGeometry(self._window.rect())
        return False
