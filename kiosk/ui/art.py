"""Pictures and icons from assets/, in the colours of the theme and facing the way one reads."""

import re
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.errors import Missing
from kiosk.ui.theme import DRAWN, Role, Theme

_HEX = re.compile(r"#[0-9A-F]{6}\b")
_KEPT_PIXELS = 300_000  # of four bytes: a large picture, and all icons of a page


_Key = tuple[str, int, int, Role | None]


class Art:
    """Draws what lies in one assets folder: `pictures/*.svg`, `icons/*.svg`, `mirrored.txt`.

    One for each look and direction. Raises Missing, naming the file, where a name has no drawing.
    """

    def __init__(self, assets: Path, theme: Theme, right_to_left: bool = False) -> None:
        self._assets = assets
        self._theme = theme
        self._mirrored = _lines_of(assets / "mirrored.txt") if right_to_left else frozenset()
        self._made: dict[_Key, QPixmap] = {}

    def picture(self, name: str, size: QSize) -> QPixmap:
        """A picture as large as fits into `size` (pixels), in the colours of the theme."""
        return self._kept((f"pictures/{name}", size.width(), size.height(), None), self._recolored)

    def icon(self, name: str, px: int, role: Role = Role.ink) -> QPixmap:
        """An icon `px` pixels square, all in the colour of one role.

        One that has colours of its own, such as the mark of a mail provider, keeps them.
        """
        return self._kept((f"icons/{name}", px, px, role), self._plain)

    def has_own_colors(self, icon: str) -> bool:
        """Whether an icon is drawn in colours of its own, such as the mark of a mail provider."""
        return _own_colors(self._plain(f"icons/{icon}"))

    def _kept(self, key: _Key, source: Callable[[str], str]) -> QPixmap:
        if key not in self._made:
            self._made[key] = self._drawn(key, source(key[0]))
            self._let_go()
        return self._made[key]

    def _let_go(self) -> None:
        """Forgets the oldest drawings where they take too much memory together."""
        pixels = {key: made.width() * made.height() for key, made in self._made.items()}
        over = sum(pixels.values()) - _KEPT_PIXELS
        for key in list(self._made)[:-1]:
            if over <= 0:
                return
            over -= pixels[key]
            del self._made[key]

    def _plain(self, name: str) -> str:
        path = self._assets / f"{name}.svg"
        if not path.is_file():
            raise Missing(f"there is no drawing assets/{name}.svg")
        return path.read_text("utf-8")

    def _recolored(self, name: str) -> str:
        return _HEX.sub(lambda found: self._themed(found[0]), self._plain(name))

    def _themed(self, drawn: str) -> str:
        role = DRAWN.get(drawn)
        return self._theme.color(role).name() if role else drawn

    def _drawn(self, key: _Key, source: str) -> QPixmap:
        name, width, height, role = key
        renderer = QSvgRenderer(QByteArray(source.encode()))
        fitted = QSizeF(renderer.defaultSize()).scaled(
            QSizeF(width, height), Qt.AspectRatioMode.KeepAspectRatio
        )
        pixmap = QPixmap(fitted.toSize())
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(pixmap.rect())
        renderer.render(painter, area)
        if role is not None and not _own_colors(source):
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(area, self._theme.color(role))
        painter.end()
        flip = name.partition("/")[2] in self._mirrored
        return pixmap.transformed(QTransform().scale(-1, 1)) if flip else pixmap


def _own_colors(source: str) -> bool:
    return any(found not in DRAWN for found in _HEX.findall(source))


def _lines_of(path: Path) -> frozenset[str]:
    if not path.is_file():
        raise Missing(f"there is no list assets/{path.name}")
    return frozenset(
        line.strip().removesuffix(".svg")
        for line in path.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    )
