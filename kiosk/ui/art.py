"""Pictures and icons from assets/, in the colours of the theme and facing the way one reads."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer

from kiosk.core.errors import Missing
from kiosk.ui.theme import DRAWN, Role, Theme

_HEX = re.compile(r"#[0-9A-F]{6}\b")
_KEPT_PIXMAPS = 64


@dataclass(frozen=True)
class _Key:
    name: str
    size: QSize
    role: Role | None = None

    def __hash__(self) -> int:
        return hash((self.name, self.size.width(), self.size.height(), self.role))


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
        return self._kept(_Key(f"pictures/{name}", size), self._recolored)

    def icon(self, name: str, px: int, role: Role = Role.ink) -> QPixmap:
        """An icon `px` pixels square, all in the colour of one role.

        One that has colours of its own, such as the mark of a mail provider, keeps them.
        """
        return self._kept(_Key(f"icons/{name}", QSize(px, px), role), self._plain)

    def _kept(self, key: _Key, source: Callable[[str], str]) -> QPixmap:
        if key not in self._made:
            if len(self._made) >= _KEPT_PIXMAPS:
                self._made.clear()
            self._made[key] = self._drawn(key, source(key.name))
        return self._made[key]

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
        renderer = QSvgRenderer(QByteArray(source.encode()))
        fitted = QSizeF(renderer.defaultSize()).scaled(
            QSizeF(key.size), Qt.AspectRatioMode.KeepAspectRatio
        )
        pixmap = QPixmap(fitted.toSize())
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(pixmap.rect())
        renderer.render(painter, area)
        if key.role is not None and all(found in DRAWN for found in _HEX.findall(source)):
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
            painter.fillRect(area, self._theme.color(key.role))
        painter.end()
        flip = key.name.partition("/")[2] in self._mirrored
        return pixmap.transformed(QTransform().scale(-1, 1)) if flip else pixmap


def _lines_of(path: Path) -> frozenset[str]:
    if not path.is_file():
        raise Missing(f"there is no list assets/{path.name}")
    return frozenset(
        line.strip().removesuffix(".svg")
        for line in path.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    )
