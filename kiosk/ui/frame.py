"""The frame of every page: top bar, stepping stones, card, bottom bar, each always in its place."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kiosk.core.scenes import SceneView
from kiosk.core.view import Choice, Form, Page, Password, Pick, View, Wait
from kiosk.ui.bodies import make_body
from kiosk.ui.kit import Kit
from kiosk.ui.screens.form import FormBody
from kiosk.ui.screens.pick import is_long
from kiosk.ui.screens.wait import WaitBody
from kiosk.ui.theme import SIZES, Role
from kiosk.ui.widgets.announce import announce
from kiosk.ui.widgets.bottombar import BottomBar
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.content import Content
from kiosk.ui.widgets.listen_bar import Stand
from kiosk.ui.widgets.stones import Stones
from kiosk.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from kiosk.ui.bodies import BodyWidget
    from kiosk.ui.widgets.banner import Banner

# Millimetres. From this width and height on, a page has the larger distances.
_WIDE, _HIGH = 330.0, 200.0
_HIGH_FOR_KEYS = 240.0
_CARD_EDGE = 0.075  # of a wide page's width


class Frame(QWidget):
    """Shows views in one look and language. `happened` carries an Event, `wished` a Wish."""

    happened = Signal(object)
    wished = Signal(object)

    def __init__(self, kit: Kit, school: str, language_name: str) -> None:
        """`language_name` is the language's own name, empty where there is no other."""
        super().__init__()
        self._kit = kit
        self._body: BodyWidget | None = None
        self._place = ""
        self.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if kit.right_to_left else Qt.LayoutDirection.LeftToRight
        )
        self._top = TopBar(kit, school, language_name)
        self._stones = Stones(kit)
        self._card = Card(kit)
        self._bottom = BottomBar(kit)
        for part in (self._top, self._stones, self._card, self._bottom):
            part.setParent(self)
        self._top.wished.connect(self.wished)
        self._bottom.wished.connect(self.wished)
        self._bottom.happened.connect(self.happened)
        self._banner: Banner | None = None

    def show_view(self, view: View | SceneView, forward: bool = True) -> None:
        """Shows a page. It is laid out at once and painted in the next frame."""
        by_key = self._came_by_key()
        types = isinstance(view.body, Form | Password)
        page = self._with_room(view, types)
        self._stones.show_stones(page.stones, page.progress)
        self._show_banner(page.banner)
        self._bottom.show_page(page.can_go_back, page.offer_help)
        self._lay_out()
        self._body = make_body(view.body, self._kit)
        self._body.happened.connect(self.happened)
        content = self._card.show_page(page, self._body, isinstance(view.body, Form))
        content.wished.connect(self.wished)
        self._take_focus(content, types, by_key)
        if types and not (isinstance(view.body, Form) and view.body.refusal):
            # The focus tells the field's name, and what was refused; the question is told besides.
            announce(content, page.title)
        self._place = page.place
        self._card.scroll_to_top()
        self._card.slide_in(forward)

    def scrolled(self, place: str) -> float:
        """How far the page of that place is scrolled, from 0 to 1; 0 where another one shows."""
        return self._card.share() if place == self._place else 0.0

    def scroll_to(self, share: float) -> None:
        """Scrolls the page as far as that: it is the same one, in another language or look."""
        self._card.scroll_to(share)

    def _show_banner(self, words: str) -> None:
        """Says over the page that it is practice; made when the first such page comes."""
        if words and self._banner is None:
            from kiosk.ui.widgets.banner import Banner

            self._banner = Banner(self._kit)
            self._banner.setParent(self)
            self._banner.happened.connect(self.happened)
        if self._banner is not None:
            self._banner.say(words)

    def _with_room(self, view: View | SceneView, types: bool) -> Page:
        """The page without what its body has no room for.

        A clock is a picture itself, and so is a code, save on an upright screen; a long list, or a
        keyboard on a low screen, leaves no room. On the smallest screen a keyboard, or the largest
        type, leaves none for the stones.
        """
        theme = self._kit.theme
        page = view.page
        low = self.height() < theme.px(_HIGH_FOR_KEYS)
        searched = isinstance(view.body, Pick) and is_long(view.body)
        upright = self.height() > self.width()
        coded = isinstance(view.body, Choice) and view.body.code is not None and not upright
        if isinstance(view.body, Wait) or coded or searched or (types and low):
            page = replace(page, picture="")
        if theme.look.tight and (types or theme.look.size == max(SIZES)):
            page = replace(page, stones=())
        return page

    def set_remaining(self, seconds: float) -> None:
        """Tells a page with a clock how many seconds are left."""
        count = getattr(self._body, "set_remaining", None)
        if count is not None:
            count(seconds)

    def show_listening(self, stand: Stand, *, slower: bool, faster: bool) -> None:
        """Shows how the reading of the page stands, and whether it can go slower or faster."""
        self._top.show_listening(stand, slower=slower, faster=faster)

    def is_for_listening(self, widget: QWidget | None) -> bool:
        """Whether a touch there has to do with reading aloud, and with nothing else."""
        return self._top.is_for_listening(widget)

    def mark(self, words: str) -> None:
        """Marks those words on the page and brings them into sight; empty words mark nothing."""
        self._card.mark(words)

    def clock_words(self) -> str:
        """What stands under the clock of a waiting page now; empty on any other."""
        return self._body.clock_words() if isinstance(self._body, WaitBody) else ""

    def unsent_text(self) -> str:
        """What stands in the field of a page that asks for an address or a name, and nowhere else.

        A password is never asked for: it lives in its field only.
        """
        field = self._body.first_focus() if isinstance(self._body, FormBody) else None
        return field.text() if isinstance(field, QLineEdit) else ""

    def _came_by_key(self) -> bool:
        return bool(getattr(self.focusWidget(), "ring", False))

    def _take_focus(self, content: Content, to_field: bool, by_key: bool) -> None:
        """Moves the focus to the field of a page that has one, and to the title of any other.

        Not to the first answer: its ring would make it look like the answer we hope for.
        """
        target = content.title
        reason = Qt.FocusReason.TabFocusReason if by_key else Qt.FocusReason.OtherFocusReason
        if to_field and self._body is not None:
            self._body.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            target.setFocus(reason)

    def _lay_out(self) -> None:
        px = self._kit.theme.px
        large = self.width() >= px(_WIDE) and self.height() >= px(_HIGH)
        edge = px(8 if large else 4)
        above = px(2.0) if self._kit.theme.look.tight else edge
        gap = px(5 if large else 1.8)
        wide = self.width() - 2 * edge
        top, stones, bottom = (
            self._top.sizeHint().height(),
            self._stones.sizeHint().height() if not self._stones.isHidden() else 0,
            self._bottom.needed_height(wide),
        )
        self._top.setGeometry(edge, above, wide, top)
        self._bottom.setGeometry(edge, self.height() - above - bottom, wide, bottom)
        self._stones.setGeometry(edge, above + top + gap, wide, stones)
        if self._banner is not None and not self._banner.isHidden():
            stones = self._banner.heightForWidth(wide)
            self._banner.setGeometry(edge, above + top + gap, wide, stones)
        upper = above + top + gap + (stones + gap if stones else 0)
        side = round(self.width() * _CARD_EDGE) if large else edge
        lower = self.height() - above - bottom - gap
        self._card.setGeometry(QRect(side, upper, self.width() - 2 * side, lower - upper))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._kit.theme.color(Role.paper))
