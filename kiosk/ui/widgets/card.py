"""The card in the middle of every page: a picture in a tint panel, and the content beside it."""

from PySide6.QtCore import QRect, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.view import Page
from kiosk.ui.kit import Kit
from kiosk.ui.theme import CORNER, SIZES, Role
from kiosk.ui.widgets.content import Content
from kiosk.ui.widgets.morebar import MoreBar
from kiosk.ui.widgets.reading_mark import ReadingMark
from kiosk.ui.widgets.scroll import Scroll

_PANEL = (0.34, 0.34, 0.29, 0.23)  # the picture's part of the width, for each text size
_LEAST_PANEL = 40.0
_NARROW = 0.66  # of that, where the words need more room
_LARGE = 2  # from this text size on, words come before a picture where there is not room for both
_READABLE = 336.0  # a line longer than this is hard to follow
_SLIDE_MS = 140
_SLIDE_MM = 14.0


class Card(QWidget):
    """Lays out one page. In a tall card the picture stands above, otherwise at the start side."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._picture = ""
        self._content: Content | None = None
        self._spreads = False
        self._panel = QRect()
        self._scroll = Scroll(kit.theme)
        self._scroll.setParent(self)
        self._mark = ReadingMark(kit, self._scroll)
        self._scroll.moved.connect(self._mark.place)
        self._more = MoreBar(kit)
        self._more.setParent(self)
        self._more.hide()
        self._scroll.moved.connect(self._show_ends)
        self._scroll.outgrown.connect(self._lay_out)
        self._more.paged.connect(self._scroll.page)
        self._slide = QVariantAnimation(self)
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEndValue(0)
        self._slide.valueChanged.connect(self._scroll.slide)
        self._slide.valueChanged.connect(self._mark.place)

    def show_page(self, page: Page, body: QWidget, yield_room: bool = False) -> Content:
        """Shows another page, and lets the last one go.

        With `yield_room` a field and its keys come before the words above them.
        """
        before = self._mirrored(self._panel)
        self._picture = page.picture
        self._spreads = bool(getattr(body, "spreads", False))
        self._content = Content(page, body, self._kit, yield_room)
        self._slide.stop()
        self._scroll.slide(0)
        self._scroll.set_content(self._content)
        self._mark.begin(self._content)
        self._lay_out()
        self.update(self._mirrored(self._panel).united(before))
        return self._content

    def share(self) -> float:
        """How far the page is scrolled, from 0 to 1."""
        return self._scroll.share()

    def scroll_to(self, share: float) -> None:
        """Scrolls the page as far as that; a refusal stays in sight."""
        self._scroll.to_share(share)
        self._show_refusal()

    def scroll_to_top(self) -> None:
        """Shows the page from its title, wherever the focus is; from a refusal, where that would
        be out of sight: who is asked again knows the question."""
        self._scroll.to_top()
        self._show_refusal()

    def _show_refusal(self) -> None:
        if self._content is not None and self._content.refusal is not None:
            self._scroll.show_from(self._content.refusal)

    def mark(self, words: str) -> None:
        """Marks the next place that says those words, and brings it into sight."""
        if not words:
            self._mark.rest()
            return
        there = self._mark.follow(words)
        if there is not None:
            self._scroll.show_from(there)

    def slide_in(self, forward: bool) -> None:
        """Lets the page come in from where one reads on, or from where one came."""
        if self._kit.theme.look.motion:
            from_end = forward != self._kit.right_to_left
            way = self._kit.theme.px(_SLIDE_MM)
            self._slide.setStartValue(way if from_end else -way)
            self._slide.start()

    def _lay_out(self) -> None:
        if self._content is None or self.width() < 2:
            return
        self._content.fold(False)
        fits = self._place(self._content)
        if not fits and not self._content.shows_at_once(self._scroll.height()):
            self._content.fold(True)
            fits = self._place(self._content)
        if not fits and self._content.bring_up(self._scroll.height()):
            self._scroll.lay_out()

    def _place(self, content: Content) -> bool:
        """Gives the content and all beside it their places; tells whether the content fits."""
        content.squeeze(0)
        self._panel = self._panel_place()
        fits = self._squeeze_into(content, keep_words=self._gives_picture())
        if not fits and not self._panel.isEmpty():
            fits = self._give_picture(content)
        area = self._content_place()
        self._more.setVisible(not fits)
        if not fits:
            look = self._kit.theme.look
            low = look.tight and look.size >= _LARGE and self.width() > self.height()
            page, more = self._more.split(self._inside() if low else area, as_rail=low)
            area = self._readable(page)
            self._more.setGeometry(more)
        self._scroll.setGeometry(area)
        self._scroll.lay_out()
        return fits

    def _gives_picture(self) -> bool:
        """Whether a page that does not fit does without its picture: words come before it."""
        look, content = self._kit.theme.look, self._content
        large = look.size >= (_LARGE if look.tight else max(SIZES))
        wide = content is not None and content.is_wide
        return not self._panel.isEmpty() and (large or wide)

    def _give_picture(self, content: Content) -> bool:
        """Makes the picture narrow, or does without it, where all the words then fit at once.

        Where they do not even then, more of them show beside a narrow picture than beside a wide
        one; and beside none where the picture is to give way.
        """
        whole, gives = self._panel, self._gives_picture()
        narrow = QRect(whole)
        if whole.height() == self.height():
            wide = max(round(whole.width() * _NARROW), self._kit.theme.px(_LEAST_PANEL))
            narrow.setWidth(min(wide, whole.width()))
        for less in (QRect(),) if gives else (narrow, QRect()):
            self._panel = less
            if self._squeeze_into(content):
                return True
        if not gives:
            self._panel = narrow
            self._squeeze_into(content)
        return False

    def _squeeze_into(self, content: Content, keep_words: bool = False) -> bool:
        """Takes as much room as there is beside the picture; tells whether the content fits."""
        area = self._content_place()
        for step in range(content.steps(keep_words)):
            content.squeeze(step)
            if self._scroll.needed_height(area.width()) <= area.height():
                return True
        content.squeeze(1)
        return False

    def _panel_place(self) -> QRect:
        """Where the picture's panel is, thought from left to right; empty without a picture."""
        if not self._picture:
            return QRect()
        theme = self._kit.theme
        if self.height() > self.width():
            content = self._scroll.needed_height(self.width())
            spare = self.height() - content - 2 * theme.px(16)
            high = min(max(spare, round(self.height() * 0.2)), round(self.height() * 0.42))
            return QRect(0, 0, self.width(), high)
        part = _PANEL[theme.look.size] * (0.76 if theme.look.tight else 1.0)
        return QRect(0, 0, max(round(self.width() * part), theme.px(_LEAST_PANEL)), self.height())

    def _content_place(self) -> QRect:
        return self._readable(self._inside())

    def _readable(self, area: QRect) -> QRect:
        """The middle of the area where lines would be too long in all of it."""
        if self._spreads:
            return area
        spare = max(area.width() - self._kit.theme.px(_READABLE), 0)
        left = spare - spare // 2 if self._kit.right_to_left else spare // 2
        return area.adjusted(left, 0, left - spare, 0)

    def _inside(self) -> QRect:
        """The card without its picture and its round corners."""
        # An upright rectangle clears a rounded corner when it stays 0.3 radii away from its sides.
        edge = self._kit.theme.px(CORNER * 0.3)
        whole = self.rect().adjusted(edge, edge, -edge, -edge)
        if self._panel.width() == self.width():
            return whole.adjusted(0, self._panel.height(), 0, 0)
        beside = whole.adjusted(self._panel.width(), 0, 0, 0)
        return self._mirrored(beside)

    def _mirrored(self, place: QRect) -> QRect:
        if not self._kit.right_to_left:
            return place
        return QRect(self.width() - place.right() - 1, place.y(), place.width(), place.height())

    def _show_ends(self) -> None:
        self._more.show_ends(self._scroll.at_start(), self._scroll.at_end())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._kit.theme
        corner = theme.px(CORNER)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.color(Role.hairline), 1))
        painter.setBrush(theme.color(Role.card))
        painter.drawRoundedRect(area, corner, corner)
        if self._panel.isEmpty():
            return
        panel = self._mirrored(self._panel)
        painter.setClipRect(panel)
        painter.setBrush(theme.color(Role.tint))
        painter.drawRoundedRect(area, corner, corner)
        room = QSize(round(panel.width() * 0.74), round(panel.height() * 0.74))
        most = theme.px(110)
        picture = self._kit.art.picture(self._picture, room.boundedTo(QSize(most, most)))
        at = QRect(panel.topLeft(), panel.size()).center() - picture.rect().center()
        painter.drawPixmap(at, picture)
