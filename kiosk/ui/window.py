"""The window: shows one view at a time, and reports what happened and what is wished."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.ui.kit import Kit
from kiosk.ui.kits import House, Kits
from kiosk.ui.screens.attract import Attract
from kiosk.ui.theme import SIZES, Look

if TYPE_CHECKING:
    from kiosk.core.codes import Code
    from kiosk.core.scenes import SceneView
    from kiosk.core.view import View

    # Pages and panels are read in when the first one is shown: the first screen has neither.
    from kiosk.ui.frame import Frame
    from kiosk.ui.panels import StillThere
    from kiosk.ui.widgets.overlay import Overlay
    from kiosk.ui.wishes import PanelName

# Millimetres. In a smaller window distances shrink; the largest type needs the room sooner.
_WIDE, _HIGH = 240.0, 175.0
_HIGH_FOR_LARGEST = 290.0


class Shield(QWidget):
    """Lies over the page for a moment after a change, so that a double tap presses nothing."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()


class Window(QWidget):
    """`show_view` is the one way in for pages; `happened` carries an Event out, `wished` a Wish."""

    happened = Signal(object)
    wished = Signal(object)

    def __init__(self, house: House, assets: Path, look: Look, *, full_screen: bool) -> None:
        super().__init__()
        self._kits = Kits(house, assets)
        self._look = look
        self._may_close = not full_screen
        self._stage: Frame | Attract | None = None
        self._frame: Frame | None = None
        self._still_there: StillThere | None = None
        self._kit: Kit | None = None
        self._overlay: Overlay | None = None
        self._before_panel: QWidget | None = None
        self._staff: QWidget | None = None
        self._before_staff: QWidget | None = None
        self._language = next(iter(house.words))
        self._shield = Shield(self)
        self._shield.hide()
        self.setWindowTitle(house.school)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)

    def move_in(self, house: House) -> None:
        """Goes by that house from the next view on: the station has been read."""
        self._kits.move_in(house)

    def set_look(self, look: Look) -> None:
        """Reads in another size or theme from the next view on."""
        self._look = look

    def show_view(self, view: "View | SceneView", forward: bool = True) -> None:
        """Shows a page; the one before it is gone for good."""
        self._language = view.language
        kit = self._kits.kit(self._fitting_look(), view.language, view.right_to_left)
        scrolled = 0.0
        if self._frame is None or kit is not self._kit:
            scrolled = self._frame.scrolled(view.page.place) if self._frame else 0.0
            self._frame = self._new_frame(kit)
            self._put(self._frame, kit)
        self.close_panel()
        self._frame.show_view(view, forward)
        if scrolled:
            self._frame.scroll_to(scrolled)

    def _new_frame(self, kit: Kit) -> "Frame":
        from kiosk.ui.frame import Frame

        frame = Frame(kit, self._kits.house.school, self._language_name())
        frame.happened.connect(self.happened)
        frame.wished.connect(self.wished)
        return frame

    def show_attract(self) -> None:
        """Shows the first screen in the station's own language."""
        house = self._kits.house
        self._language = next(iter(house.words))
        kit = self._kits.kit(self._fitting_look(), self._language)
        self.close_panel()
        attract = Attract(kit, house)
        attract.wished.connect(self.wished)
        self._frame = None
        self._put(attract, kit)
        attract.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def open_panel(self, name: "PanelName") -> None:
        """Opens one of the panels over the page."""
        from kiosk.ui.panels import panel

        self._open(panel(name, self._kits, self._kit_now(), self._language))

    def show_code(self, code: "Code") -> None:
        """Shows that code as large as it can be, over the page."""
        from kiosk.ui.code_panel import CodePanel

        self._open(CodePanel(self._kit_now(), code))

    def say_sorry(self) -> None:
        """Says that something broke on our side."""
        from kiosk.ui.panels import sorry

        self._open(sorry(self._kit_now()))

    def ask_still_there(self, seconds: int) -> None:
        """Asks whether somebody is there, or counts on when that is asked already."""
        if self._still_there is not None:
            self._still_there.count(seconds)
            return
        from kiosk.ui.panels import StillThere

        asking = StillThere(self._kit_now(), seconds)
        self._open(asking)
        self._still_there = asking

    def close_panel(self) -> None:
        """Takes the panel away and gives the page its focus back."""
        if self._overlay is None:
            return
        self._overlay.hide()
        self._overlay.deleteLater()
        self._overlay = self._still_there = None
        if self._stage is not None:
            self._stage.setEnabled(True)
        if self._before_panel is not None:
            self._before_panel.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before_panel = None

    @property
    def staff_is_open(self) -> bool:
        """Whether the staff's pages lie over everything."""
        return self._staff is not None

    def staff_kit(self, look: Look) -> Kit:
        """What the staff's pages are made with: always English, in the smallest type."""
        small = replace(self._fitting(look), size=min(SIZES))
        return self._kits.fresh(small, self._kits.house.words_of("en"), False)

    def open_staff(self, page: QWidget) -> None:
        """Lays a page of the staff over everything; what is beneath stays, out of reach."""
        if self._staff is None:
            self._before_staff = self.focusWidget()
        self._take_staff_away()
        self._staff = page
        for beneath in (self._stage, self._overlay):
            if beneath is not None:
                beneath.setEnabled(False)
        page.setParent(self)
        page.setGeometry(self.rect())
        page.show()
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_staff(self) -> None:
        """Takes the staff's page away for good; what is beneath is as it was, its focus, too."""
        if self._staff is None:
            return
        self._take_staff_away()
        reachable = self._overlay or self._stage
        if reachable is not None:
            reachable.setEnabled(True)
        if self._before_staff is not None:
            self._before_staff.setFocus(Qt.FocusReason.OtherFocusReason)
            self._before_staff = None

    def _take_staff_away(self) -> None:
        if self._staff is not None:
            held = self.focusWidget()
            if held is not None:
                held.clearFocus()  # or Qt hands it on as if Tab had been pressed, with a ring
            self._staff.hide()
            self._staff.setParent(None)
            self._staff.deleteLater()
            self._staff = None

    def is_used(self) -> bool:
        """Whether the first screen is not as the next family must find it."""
        return self._overlay is not None

    def page(self) -> "Frame | None":
        """The page that is shown; None on the first screen."""
        return self._frame

    def set_remaining(self, seconds: float) -> None:
        """Tells a page with a clock how many seconds are left."""
        if self._frame is not None:
            self._frame.set_remaining(seconds)

    def unsent_text(self) -> str:
        """What stands in the field of the page, if it may be remembered; else an empty text."""
        return self._frame.unsent_text() if self._frame is not None else ""

    def shield(self, up: bool) -> None:
        """Holds off touches, or lets them through again. Keys are never held off."""
        self._shield.setGeometry(self.rect())
        self._shield.setVisible(up)
        self._shield.raise_()

    def may_close(self) -> None:
        """Lets the next closing through: the program is asked to end."""
        self._may_close = True

    def _kit_now(self) -> Kit:
        return self._kit or self._kits.kit(self._fitting_look(), self._language)

    def _fitting_look(self) -> Look:
        return self._fitting(self._look)

    def _fitting(self, look: Look) -> Look:
        wide, high = (side / look.px_per_mm for side in (self.width(), self.height()))
        least = _HIGH_FOR_LARGEST if look.size == max(SIZES) else _HIGH
        return replace(look, tight=high < least or wide < _WIDE)

    def _language_name(self) -> str:
        house = self._kits.house
        return house.words_of(self._language).name if len(house.words) > 1 else ""

    def _put(self, stage: "Frame | Attract", kit: Kit) -> None:
        old = self._stage
        self._stage = stage
        self._kit = kit
        stage.setParent(self)
        stage.setGeometry(self.rect())
        stage.lower()
        stage.show()
        if old is not None:
            held = self.focusWidget()
            if held is not None:
                held.clearFocus()  # or Qt hands it on as if Tab had been pressed, with a ring
            old.hide()
            old.setParent(None)
            old.deleteLater()

    def _open(self, overlay: "Overlay") -> None:
        self.close_panel()
        self._before_panel = self.focusWidget()
        by_key = bool(getattr(self._before_panel, "ring", False))
        self._overlay = overlay
        overlay.wished.connect(self._from_panel)
        overlay.setParent(self)
        overlay.setGeometry(self.rect())
        if self._stage is not None:
            # What lies under the panel is out of reach of Tab and of a screen reader's cursor.
            self._stage.setEnabled(False)
        overlay.show()
        overlay.take_focus(by_key)

    def _from_panel(self, wanted: object) -> None:
        from kiosk.core.events import LanguageChosen

        if isinstance(wanted, LanguageChosen):
            self.happened.emit(wanted)
        else:
            self.wished.emit(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self._stage, self._overlay, self._staff, self._shield):
            if part is not None:
                part.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Buttons follow the arrows by themselves; a title and a field let these two through.
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._may_close)
