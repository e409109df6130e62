"""Every page of a station by its name, each reached by a real visit."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.clock import OFFICES_CLOSED, OFFICES_OPEN
from kiosk.core.cover.roads import Road, roads_of
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.view import View
from kiosk.core.visit import Visit
from kiosk.core.words import Words
from kiosk.resources import Folders
from kiosk.station import Station, open_station


@dataclass(frozen=True)
class Stop:
    """A page by its name, and the visit that stands on it; the screen that invites has none."""

    name: str
    station: Station
    visit: Visit | None = None

    def view(self, words: Words) -> View | None:
        """The page in that language."""
        return view_of(self.station.guide, self.visit, words) if self.visit else None


def stops_of(folders: Folders, only: str = "") -> tuple[Station, list[Stop]]:
    """The station, and its pages with `only` in their names; the screen that invites comes first.

    A page that is seen while the offices are open and while they are closed is there once.
    """
    station = open_station(folders, lambda: OFFICES_OPEN)
    stops = {"attract": Stop("attract", station)}
    for one in (station, open_station(folders, lambda: OFFICES_CLOSED)):
        for stop in _stops(one):
            stops.setdefault(stop.name, stop)
    return station, [stop for name, stop in stops.items() if only in name]


def _stops(station: Station) -> Iterator[Stop]:
    roads = roads_of(station.guide)
    for place, road in roads.places.items():
        yield Stop(place.replace("/", "-"), station, _visit(station, road))
    for (place, by), road in roads.steps.items():
        visit = _visit(station, road)
        if by.startswith("refused.") and visit.place == place:
            yield Stop(f"{place.replace('/', '-')}-{by.replace('.', '-')}", station, visit)


def _visit(station: Station, road: Road) -> Visit:
    visit = begin(station.guide)
    for event in road:
        visit = advance(station.guide, visit, event)
    return visit
