"""A look at one page of a flow in any language, as a family would see it on this screen.

It is a picture: nothing in it can be touched, and no visit begins. The words around it are for
staff only, and stand here in English: they are not translated.
"""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from kiosk.core.sample_visit import seen_screens, visit_at
from kiosk.core.showing import view_of
from kiosk.resources import assets_dir
from kiosk.staff.beside import title_at
from kiosk.station import Station
from kiosk.ui.kit import Kit
from kiosk.ui.staff.desk import FamilyLanguage
from kiosk.ui.staff.family_asks import ask_language
from kiosk.ui.theme import LEAST_GAP, LINE, Role
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.flowing import Flowing
from kiosk.ui.widgets.note import Note
from kiosk.ui.widgets.overlay import Overlay

ONLY_A_LOOK = "Only a look: nothing is kept."
WHERE = "{flow}, page {number} of {count}"
BACK, EARLIER, LATER = "Back to the map", "Page before", "Page after"
LANGUAGE, WHICH = "Language", "Look at it in which language?"
PICTURE = "Picture of the page: {title}"

_USUAL_SIZE = 1  # the text size with which each visit begins
_LEAST = (90.0, 60.0)  # millimetres


class _Picture(QLabel):
    """The page, as large as it fits, with an edge around it."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._theme = kit.theme
        self._page = QImage()

    def show_page(self, page: QImage, title: str) -> None:
        """Shows that picture; a screen reader says what it is of."""
        self._page = page
        self.setAccessibleName(PICTURE.format(title=title))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = self._page.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect((self.width() - whole.width()) // 2, 0, whole.width(), whole.height())
        smooth = Qt.TransformationMode.SmoothTransformation
        painter.drawImage(place.topLeft(), self._page.scaled(whole, mode=smooth))
        painter.setPen(QPen(self._theme.color(Role.edge), max(1, self._theme.px(LINE))))
        painter.drawRect(place.adjusted(0, 0, -1, -1))


class FlowLook(QWidget):
    """`left` tells that staff goes back to the map."""

    left = Signal()

    def __init__(self, station: Station, kit: Kit, place: str) -> None:
        """`place` is the page to begin with, as flow/screen."""
        super().__init__()
        self._station, self._kit = station, kit
        self._flow, _, self._screen = place.partition("/")
        self._screens = seen_screens(station.guide, self._flow)
        self._language = next(iter(station.words))
        self._note = Note("", kit, "show")
        self._picture = _Picture(kit)
        self._asked: Overlay | None = None
        self._ways = Flowing(list(self._buttons()), kit)
        for part in (self._note, self._picture, self._ways):
            part.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_page(self) -> None:
        """Takes the picture of the page, in the size of this window."""
        from kiosk.ui.house import house_of
        from kiosk.ui.tour import picture_of

        station = self._station
        visit = visit_at(station.guide, self._flow, self._screen, self._language)
        view = view_of(station.guide, visit, station.words[self._language])
        look = replace(self._kit.theme.look, size=_USUAL_SIZE, tight=False)
        size = self.window().size()
        house = house_of(station)
        page = picture_of(view, house, assets_dir(), (size.width(), size.height()), look)
        self._picture.show_page(page, title_at(station.guide, f"{self._flow}/{self._screen}"))
        where = WHERE.format(
            flow=self._flow.replace("_", " ").capitalize(),
            number=self._screens.index(self._screen) + 1,
            count=len(self._screens),
        )
        self._note.say(f"{ONLY_A_LOOK} {where}.")
        self._lay_out()

    def _buttons(self) -> Iterator[Button]:
        back = Button(BACK, self._kit, "pill", "back")
        back.clicked.connect(lambda: self.left.emit())
        yield back
        for words, step in ((EARLIER, -1), (LATER, 1)):
            button = Button(words, self._kit, "pill")
            button.clicked.connect(lambda _=False, step=step: self._turn(step))
            yield button
        language = Button(LANGUAGE, self._kit, "pill", "globe")
        language.clicked.connect(lambda: self._ask_language())
        yield language

    def _ask_language(self) -> None:
        offered = tuple(self._station.words.values())
        self._asked = ask_language(offered, self._language, self._kit, WHICH)
        self._asked.wished.connect(self._hear)
        self._asked.setParent(self)
        self._asked.setGeometry(self.rect())
        self._ways.setEnabled(False)
        self._asked.show()
        self._asked.take_focus(by_key=True)

    def _hear(self, wished: object) -> None:
        if self._asked is not None:
            self._asked.hide()
            self._asked.deleteLater()
            self._asked = None
            self._ways.setEnabled(True)
        if isinstance(wished, FamilyLanguage):
            self._go(self._screen, wished.language)

    def _turn(self, step: int) -> None:
        """The page before or after; after the last one the first comes again."""
        at = (self._screens.index(self._screen) + step) % len(self._screens)
        self._go(self._screens[at], self._language)

    def _go(self, screen: str, language: str) -> None:
        self._screen, self._language = screen, language
        self.show_page()

    def minimumSizeHint(self) -> QSize:
        px = self._kit.theme.px
        return QSize(px(_LEAST[0]), px(_LEAST[1]))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def _lay_out(self) -> None:
        gap = self._kit.theme.px(LEAST_GAP)
        wide, top = self.width(), 0
        for part in (self._ways, self._note):
            high = part.heightForWidth(wide)
            part.setGeometry(0, top, wide, high)
            top += high + gap
        self._picture.setGeometry(0, top, wide, max(self.height() - top, 1))
        if self._asked is not None:
            self._asked.setGeometry(self.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
