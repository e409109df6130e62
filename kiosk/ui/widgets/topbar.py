"""The bar at the top of every page: whose kiosk this is; language, size, contrast, listening."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.theme import GAP
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.mark import Mark
from kiosk.ui.widgets.text import Text
from kiosk.ui.wishes import OpenPanel, OpenStaff

if TYPE_CHECKING:
    from kiosk.ui.widgets.listen_bar import Stand


class TopBar(QWidget):
    """The school at the start side, the pills at the end side.

    Where the words do not all fit, they go one by one, least needed first; the icons and the
    accessible names stay.
    """

    wished = Signal(object)

    def __init__(self, kit: Kit, school: str, language: str) -> None:
        """`language` is the present language's own name, empty where only one is offered."""
        super().__init__()
        phrases = kit.phrases
        self._gap = kit.theme.px(GAP * 0.7)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._gap)
        self._mark = Mark(kit)
        self._mark.held.connect(lambda: self.wished.emit(OpenStaff()))
        row.addWidget(self._mark)
        self._name = Text(school, kit, "label")
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self._language = Button(language, kit, "pill", "globe")
        self._language.setAccessibleName(f"{phrases.language}: {language}")
        self._size = Button(phrases.text_size, kit, "pill", "text_size")
        self._contrast = Button(phrases.contrast, kit, "pill", "contrast")
        if not language:
            self._language.hide()  # never shown from here: it would be a window of its own
        for button, wish in (
            (self._language, OpenPanel("language")),
            (self._size, OpenPanel("size")),
            (self._contrast, OpenPanel("contrast")),
        ):
            row.addWidget(button)
            button.clicked.connect(lambda _=False, wish=wish: self.wished.emit(wish))
        # Read in here: the first screen takes its mark from this module, and has no bar.
        from kiosk.ui.widgets.listen_bar import ListenBar

        self._listening = ListenBar(kit)
        self._listening.wished.connect(self.wished)
        row.addWidget(self._listening)

    def show_listening(self, stand: "Stand", *, slower: bool, faster: bool) -> None:
        """Shows how the reading of the page stands."""
        self._listening.stand_at(stand, slower=slower, faster=faster)
        self._fit()

    def is_for_listening(self, widget: QWidget | None) -> bool:
        """Whether that is a part of the bar which has to do with reading aloud."""
        return widget is not None and self._listening.isAncestorOf(widget)

    def _fit(self) -> None:
        """Takes words away until the rest stands in one row."""
        for part in (self._contrast, self._size, self._language, self._listening):
            part.show_words(True)
        self._name.show()
        givers = (
            partial(self._contrast.show_words, False),
            partial(self._size.show_words, False),
            self._name.hide,
            partial(self._language.show_words, False),
            partial(self._listening.show_words_beside, False),
            partial(self._listening.show_words, False),
        )
        for give in givers:
            if self._wanted() <= self.width():
                break
            give()
        self._row.activate()

    def _wanted(self) -> int:
        parts = (self._name, self._language, self._size, self._contrast, self._listening)
        shown = [part.sizeHint().width() for part in parts if not part.isHidden()]
        return sum(shown) + self._gap * (len(shown) + 2) + self._mark.width()

    def sizeHint(self) -> QSize:
        # As high with the school's name as without it: the page must not move when the name goes.
        parts = (self._mark, self._name, self._language, self._size, self._contrast)
        high = max(part.sizeHint().height() for part in parts)
        return QSize(super().sizeHint().width(), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
