"""The bar at the bottom of every page: Back, Start over, Ask for help, always in one place."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.events import AskedHelp, WentBack
from kiosk.ui.kit import Kit
from kiosk.ui.theme import GAP
from kiosk.ui.widgets.button import Button
from kiosk.ui.wishes import OpenPanel


class BottomBar(QWidget):
    """Back at the start side, Start over in the middle, Ask for help at the end side.

    Each is as wide as its words. Where they do not fit side by side, Start over becomes an icon,
    then Back an arrow; if that is not enough, the words of help break.
    """

    happened = Signal(object)
    wished = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        phrases = kit.phrases
        self._mirrored = kit.right_to_left
        self._gap = kit.theme.px(GAP)
        self._back = Button(phrases.back, kit, "secondary", "back")
        self._over = Button(phrases.start_over, kit, "quiet", "restart")
        self._help = Button(phrases.ask_for_help, kit, "help", "help")
        self._buttons = (self._back, self._over, self._help)
        for button in self._buttons:
            button.setParent(self)
        self._back.clicked.connect(lambda: self.happened.emit(WentBack()))
        self._over.clicked.connect(lambda: self.wished.emit(OpenPanel("start_over")))
        self._help.clicked.connect(lambda: self.happened.emit(AskedHelp()))

    def show_page(self, can_go_back: bool, offer_help: bool) -> None:
        """Shows Back where there is a way back, and brings help forward where it is needed."""
        self._back.setVisible(can_go_back)
        self._help.set_style("accent" if offer_help else "help")

    def needed_height(self, width: int) -> int:
        """How high the bar is in that width, in pixels."""
        wide = self._widths(width)
        return max(
            button.heightForWidth(own) for button, own in zip(self._buttons, wide, strict=True)
        )

    def _fit(self, width: int) -> None:
        """Shows as many words as there is room for; those of help always."""
        for over, back in ((True, True), (False, True), (False, False)):
            self._over.show_words(over)
            self._over.set_style("quiet" if over else "pill")
            self._back.show_words(back)
            wanted = sum(button.sizeHint().width() for button in self._buttons)
            if wanted + 2 * self._gap <= width:
                return

    def _widths(self, width: int) -> list[int]:
        self._fit(width)
        wanted = [button.sizeHint().width() for button in self._buttons]
        least = [button.minimumSizeHint().width() for button in self._buttons]
        for number in (1, 2, 0):
            over = sum(wanted) + 2 * self._gap - width
            if over > 0:
                wanted[number] = max(wanted[number] - over, least[number])
        return wanted

    def _lay_out(self) -> None:
        back, over, helps = self._widths(self.width())
        middle = (self.width() - over) // 2
        first, last = back + self._gap, self.width() - helps - self._gap - over
        lefts = (0, max(min(middle, last), first), self.width() - helps)
        for button, left, wide in zip(self._buttons, lefts, (back, over, helps), strict=True):
            x = self.width() - left - wide if self._mirrored else left
            button.setGeometry(QRect(x, 0, wide, self.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
