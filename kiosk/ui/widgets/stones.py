"""The five stepping stones: which step is done, which is here, which are ahead."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy

from kiosk.core.view import Stone
from kiosk.ui.kit import Kit
from kiosk.ui.lines import Lines
from kiosk.ui.theme import LINE, Role

_DISC = 8.6
_GAP = 2.4
_LINK = 12.0
_LEAST_LINK = 3.0


class Stones(QLabel):
    """A row of discs with words, joined by lines. Without room only the present one has a word.

    Done is a tick on a full disc, here is the step's icon on an apricot disc with a thick edge,
    ahead is the icon on an empty disc: never told apart by colour alone.
    """

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._stones: tuple[Stone, ...] = ()
        self._words: dict[str, Lines] = {}
        self._disc = max(kit.theme.px(_DISC), round(kit.theme.font("small").pixelSize() * 1.25))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_stones(self, stones: tuple[Stone, ...], progress: str) -> None:
        """Shows where a family is; `progress` says it in words, for those who listen."""
        if stones == self._stones:
            return
        self._stones = stones
        font = self._kit.theme.font("small")
        self._words = {one.id: Lines(one.name, font, self._kit.right_to_left) for one in stones}
        here = next((stone.name for stone in stones if stone.state == "here"), "")
        spoken = ": ".join(part for part in (progress, here) if part)
        self.setText(spoken)
        self.setAccessibleName(spoken)
        self.setVisible(bool(stones))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._kit.theme.px(60), self._disc + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _word(self, stone: Stone) -> float:
        return self._words[stone.id].natural_width() + 1

    def _plan(self) -> tuple[bool, float]:
        """Whether every stone has its word, and how long the lines between them are."""
        theme = self._kit.theme
        count = len(self._stones)
        for all_words in (True, False):
            words = [self._word(one) for one in self._stones if all_words or one.state == "here"]
            taken = count * self._disc + sum(words) + theme.px(_GAP) * (len(words) + 2 * count - 2)
            link = (self.width() - taken) / max(count - 1, 1)
            if link >= theme.px(_LEAST_LINK):
                break
        return all_words, min(max(link, 2.0), theme.px(_LINK))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = self._kit.theme.px(_GAP)
        all_words, link = self._plan()
        steps = [
            self._disc + (gap + self._word(one) if all_words or one.state == "here" else 0)
            for one in self._stones
        ]
        x = (self.width() - sum(steps) - (link + 2 * gap) * (len(steps) - 1)) / 2
        for number, (stone, wide) in enumerate(zip(self._stones, steps, strict=True), start=1):
            self._paint_disc(painter, x, stone)
            if wide > self._disc:
                self._paint_word(painter, x + self._disc + gap, stone)
            if number < len(steps):
                self._paint_link(painter, x + wide + gap, link, stone.state == "done")
            x += wide + link + 2 * gap

    def _mirrored(self, x: float, width: float) -> float:
        return self.width() - x - width if self._kit.right_to_left else x

    def _paint_disc(self, painter: QPainter, x: float, stone: Stone) -> None:
        theme = self._kit.theme
        fill, ink, edge = {
            "done": (Role.primary, Role.on_primary, Role.primary),
            "here": (Role.accent, Role.on_accent, Role.accent_edge),
            "ahead": (Role.card, Role.ink, Role.edge),
        }[stone.state]
        half = theme.px(LINE) / 2 * (1.6 if stone.state == "here" else 1)
        disc = QRectF(self._mirrored(x, self._disc), 1, self._disc, self._disc)
        painter.setPen(QPen(theme.color(edge), 2 * half))
        painter.setBrush(theme.color(fill))
        painter.drawEllipse(disc.adjusted(half, half, -half, -half))
        size = round(self._disc * 0.6)
        name = "yes" if stone.state == "done" else f"stone_{stone.id}"
        icon = self._kit.art.icon(name, size, ink)
        painter.drawPixmap(disc.center() - QPointF(size / 2, size / 2), icon)

    def _paint_word(self, painter: QPainter, x: float, stone: Stone) -> None:
        role = {"done": Role.primary, "here": Role.ink, "ahead": Role.second_ink}[stone.state]
        wide = self._word(stone)
        lines = self._words[stone.id]
        at = QPointF(self._mirrored(x, wide), (self.height() - lines.height(wide + 1)) / 2)
        lines.draw(painter, at, wide + 1, self._kit.theme.color(role))

    def _paint_link(self, painter: QPainter, x: float, wide: float, done: bool) -> None:
        theme = self._kit.theme
        thick = theme.px(LINE)
        line = QRect(round(self._mirrored(x, wide)), (self.height() - thick) // 2, round(wide), 0)
        line.setHeight(thick)
        painter.fillRect(line, theme.color(Role.primary if done else Role.edge))
