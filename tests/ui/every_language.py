"""Every page of the shipped flows in every language, and those few that say most about clipping."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from kiosk.core.cover.roads import Road, Roads
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.view import Choice, End, Form, Password, Pick, ReadBack, View, Wait
from kiosk.core.visit import Visit
from kiosk.core.words import Words
from kiosk.station import Station
from kiosk.ui.frame import Frame
from kiosk.ui.window import Window
from kiosk.ui.wishes import PanelName
from tests.ui.clipping import panel_of, settle, troubles


@dataclass(frozen=True)
class Stop:
    """A visit that stands on a page, and the station it is in."""

    station: Station
    visit: Visit

    def view(self, words: Words) -> View:
        """The page in that language."""
        return view_of(self.station.guide, self.visit, words)


def every_stop(stations: Sequence[tuple[Station, Roads]]) -> list[Stop]:
    """Each screen, and each screen with a refusal on it, once for each place and refusal."""
    found: dict[tuple[str, str], Stop] = {}
    for station, roads in stations:
        for place, road in roads.places.items():
            found.setdefault((place, ""), _stop(station, road))
        for (place, by), road in roads.steps.items():
            stop = _stop(station, road)
            if by.startswith("refused.") and stop.visit.place == place:
                found.setdefault((place, by), stop)
    return list(found.values())


def _stop(station: Station, road: Road) -> Stop:
    visit = begin(station.guide)
    for event in road:
        visit = advance(station.guide, visit, event)
    return Stop(station, visit)


def telling(views: list[View]) -> list[View]:
    """The pages of one language on which words are most likely cut: the longest of each sort."""

    def answers(view: View) -> int:
        return max((len(tile.text) for tile in getattr(view.body, "answers", ())), default=0)

    def words(view: View) -> int:
        return sum(map(len, (*view.page.says, *getattr(view.body, "steps", ()))))

    measures: tuple[Callable[[View], int], ...] = (
        lambda view: len(view.page.title),
        answers,
        words,
        *(_only(kind, words) for kind in (End, Form, Password, Pick, ReadBack, Wait, Choice)),
    )
    chosen = {max(views, key=measure).page.place: max(views, key=measure) for measure in measures}
    return list(chosen.values())


def _only(kind: type, measure: Callable[[View], int]) -> Callable[[View], int]:
    return lambda view: measure(view) if isinstance(view.body, kind) else -1


def off_on(window: Window, views: list[View]) -> Iterator[str]:
    """What is off on those pages and on the panels over the last one, with where it is."""
    for view in views:
        window.show_view(view)
        settle()
        frame = window.findChild(Frame)
        assert isinstance(frame, Frame)
        where = f"{view.page.place} in {view.language}"
        yield from (f"{where}: {trouble}" for trouble in troubles(frame))
    language = views[-1].language
    for name in get_args(PanelName):
        window.open_panel(name)
        yield from (f"{name} in {language}: {trouble}" for trouble in _panel_troubles(window))
    window.ask_still_there(30)
    yield from (f"still there in {language}: {trouble}" for trouble in _panel_troubles(window))
    window.say_sorry()
    yield from (f"sorry in {language}: {trouble}" for trouble in _panel_troubles(window))
    window.close_panel()


def _panel_troubles(window: Window) -> list[str]:
    settle()
    return list(troubles(panel_of(window)))
