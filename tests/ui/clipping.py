"""What is cut, lies on something else or cannot be reached on a page, told by geometry alone.

Pixels would tell the same a hundred times more slowly: a text knows how high it must be.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from kiosk.ui.frame import Frame
from kiosk.ui.widgets.blocks import blocks_of
from kiosk.ui.widgets.bottombar import BottomBar
from kiosk.ui.widgets.button import Button
from kiosk.ui.widgets.card import Card
from kiosk.ui.widgets.key_button import KeyButton
from kiosk.ui.widgets.morebar import MoreBar
from kiosk.ui.widgets.overlay import Overlay
from kiosk.ui.widgets.pick_list import PickList
from kiosk.ui.widgets.press import Press
from kiosk.ui.widgets.scroll import Scroll
from kiosk.ui.widgets.stones import Stones
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.topbar import TopBar
from tests.ui.finding import place_of

_LEAVES = (QLabel, Press, QLineEdit, PickList)
_PAGES = 60


def settle() -> None:
    """What layouts still have to say, and pages that are to go, go."""
    for kind in (QEvent.Type.LayoutRequest, QEvent.Type.DeferredDelete):
        QCoreApplication.sendPostedEvents(None, kind.value)


def troubles(stage: QWidget) -> Iterator[str]:
    """All that is off on a Frame or an Overlay that is shown; nothing where all is well."""
    parts = [part for part in stage.findChildren(QWidget) if part.isVisibleTo(stage)]
    for part in parts:
        yield from _of_one(part)
    scroll = stage.findChild(Scroll)
    assert isinstance(scroll, Scroll)
    content = _content_of(scroll)
    inside = [part for part in parts if content.isAncestorOf(part) and not _kept(part, content)]
    beside = [part for part in inside if not any(part.isAncestorOf(one) for one in inside)]
    yield from _overlapping([(_name(part), place_of(part, content)) for part in beside])
    yield from _jutting(inside)
    if isinstance(stage, Frame):
        bars = [stage.findChild(kind) for kind in (TopBar, Stones, Card, BottomBar)]
        seen = [bar for bar in bars if isinstance(bar, QWidget) and not bar.isHidden()]
        yield from _overlapping([(type(bar).__name__, bar.geometry()) for bar in seen])
    if not stage.rect().contains(place_of(scroll, stage)):
        yield "the page is wider or higher than the window"
    yield from _out_of_reach(stage, scroll, content)


def first_sight(scroll: Scroll, part: QWidget) -> bool:
    """Whether the whole of that part of the content shows before anything is scrolled."""
    content = _content_of(scroll)
    return place_of(part, content).bottom() < scroll.height()


def _content_of(scroll: Scroll) -> QWidget:
    return next(
        child
        for child in scroll.children()
        if isinstance(child, QWidget) and child.layout() is not None
    )


def _of_one(part: QWidget) -> Iterator[str]:
    around = part.parentWidget()
    if isinstance(part, Text | Press) and not isinstance(part, KeyButton):
        words = _name(part)
        if words and part.height() < part.heightForWidth(part.width()):
            yield f"{words!r} is too low"
    if isinstance(part, Button) and part.width() < part.minimumSizeHint().width():
        yield f"{_name(part)!r} breaks inside a word"
    if isinstance(part, _LEAVES) and around is not None:
        inside = part.x() >= 0 and part.x() + part.width() <= around.width()
        if not inside:
            yield f"{_name(part)!r} is off the side"


def _kept(part: QWidget, content: QWidget) -> bool:
    """Whether it is a box around others, or a part of a widget that paints itself as one."""
    around = part.parentWidget()
    while around is not None and around is not content:
        if isinstance(around, PickList | QLineEdit):
            return True
        around = around.parentWidget()
    return not isinstance(part, _LEAVES) or part.size().isEmpty()


def _jutting(parts: Sequence[QWidget]) -> Iterator[str]:
    """What stands in a box that is pressed as a whole, and not wholly within it."""
    boxes = [part for part in parts if isinstance(part, Press)]
    for box in boxes:
        for part in parts:
            if box.isAncestorOf(part) and not box.rect().contains(place_of(part, box)):
                yield f"{_name(part)!r} juts out of {_name(box)!r}"


def _overlapping(places: Sequence[tuple[str, QRect]]) -> Iterator[str]:
    ordered = sorted(places, key=lambda place: place[1].top())
    for (one, at), (other, to) in combinations(ordered, 2):
        if at.intersects(to):
            yield f"{one!r} and {other!r} lie on each other"


def _out_of_reach(stage: QWidget, scroll: Scroll, content: QWidget) -> Iterator[str]:
    """What never shows whole, however often Up and More are touched."""
    if content.width() > scroll.width():
        yield "the page scrolls sideways"
    more = stage.findChild(MoreBar)
    assert isinstance(more, MoreBar)
    if more.isVisibleTo(stage) != scroll.overflows():
        yield "More does not tell whether there is more"
    hidden = [block for block in blocks_of(content) if block.height() <= scroll.height()]
    for _ in range(_PAGES):
        if scroll.at_start():  # a page with a refusal begins there, below its title
            break
        scroll.page(-1)
    for _ in range(_PAGES):
        top = -content.mapTo(scroll, QPoint(0, 0)).y() * -1
        hidden = [at for at in hidden if not _shows(at, -top, scroll.height())]
        if scroll.at_end():
            break
        scroll.page(1)
    else:
        yield f"after {_PAGES} times More there is still more"
    scroll.to_top()
    for block in hidden:
        found = content.childAt(block.center())
        yield f"{_name(found) if found else block!r} never shows whole"


def _shows(block: QRect, top: int, high: int) -> bool:
    return top <= block.top() and block.bottom() < top + high


def _name(part: QWidget) -> str:
    words = part.accessibleName() or getattr(part, "text", str)()
    return str(words) or type(part).__name__


def panel_of(window: QWidget) -> Overlay:
    """The panel that is open."""
    found = [part for part in window.findChildren(Overlay) if part.isVisible()]
    assert len(found) == 1, f"{len(found)} panels are open"
    return found[0]
