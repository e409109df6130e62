"""Every page of the shipped flows as a view, and what can be pressed on a page, in millimetres."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QAbstractButton, QWidget

from kiosk.core.cover.roads import Road, Roads
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.view import View
from kiosk.core.words import ENGLISH
from kiosk.station import Station
from kiosk.ui.widgets.field import FieldBox
from kiosk.ui.widgets.overlay import Overlay
from kiosk.ui.widgets.pick_list import PickList
from tests.ui.finding import place_of, seen_place, shown


def every_view(station: Station, roads: Roads) -> Iterator[View]:
    """Each screen, and each screen with a refusal on it, reached by a visit."""
    for road in roads.places.values():
        yield _view(station, road)
    for (place, by), road in roads.steps.items():
        if by.startswith("refused."):
            view = _view(station, road)
            if view.page.place == place:
                yield view


def _view(station: Station, road: Road) -> View:
    visit = begin(station.guide)
    for event in road:
        visit = advance(station.guide, visit, event)
    return view_of(station.guide, visit, ENGLISH)


@dataclass(frozen=True)
class Found:
    """A length in millimetres, and between or on what it was found."""

    mm: float
    where: str


def targets_on(window: QWidget) -> Iterator[tuple[str, QRect]]:
    """All that can be pressed now, in pixels of the window: as much of it as can be seen."""
    panels = [part for part in shown(window) if isinstance(part, Overlay)]
    for part in shown(panels[0] if panels else window):
        if isinstance(part, QAbstractButton | FieldBox):
            name = part.accessibleName() or type(part).__name__
            yield name, seen_place(part, window)
        elif isinstance(part, PickList):
            view = part.viewport()
            for row in range(part.model().rowCount()):
                at = part.target(row).intersected(view.rect())
                if at == part.target(row):
                    yield f"row {row}", at.translated(place_of(view, window).topLeft())


def smallest(window: QWidget, px_per_mm: float, where: str) -> tuple[Found, Found]:
    """The smallest side of a target on the page, and the smallest gap between two of them.

    What is scrolled away cannot be pressed; it does not count.
    """
    places = [(name, at) for name, at in targets_on(window) if not at.isEmpty()]
    sides = [
        Found(min(at.width(), at.height()) / px_per_mm, f"{name} on {where}") for name, at in places
    ]
    gaps = [
        Found(gap_between(at, to) / px_per_mm, f"{one} and {other} on {where}")
        for (one, at), (other, to) in combinations(places, 2)
        if at.adjusted(-60, -60, 60, 60).intersects(to)
    ]
    far = Found(99.0, where)
    return min(sides, key=_mm, default=far), min(gaps, key=_mm, default=far)


def _mm(found: Found) -> float:
    return found.mm


def gap_between(one: QRect, other: QRect) -> int:
    """The free pixels between two places; less than none where they lie on each other."""
    across = max(one.left() - other.right(), other.left() - one.right()) - 1
    down = max(one.top() - other.bottom(), other.top() - one.bottom()) - 1
    return max(across, down)
