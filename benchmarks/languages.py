"""How soon a page stands in another language, from the touch in the panel to the painted page, in
every language from every other; what was typed and the place must be there again."""

import gc
import os
import sys
import time

from benchmarks.budget import Figure, median, percentile, report
from benchmarks.start import environment
from benchmarks.visits import Families, roads_from_elsewhere
from kiosk.clock import OFFICES_OPEN
from kiosk.core.events import Event, LanguageChosen
from kiosk.resources import Folders
from kiosk.station import Station, open_station

PAGES_EACH = 6
_BUDGET_MS = 100


class Speakers(Families):
    """Families who change the language in the middle of a visit."""

    def change_on(self, road: tuple[Event, ...], languages: list[str]) -> list[float]:
        """Walks along the road, and takes all the languages on its last page; the seconds of each.

        The first language of a kiosk's day loads its fonts, which is part of what a family feels.
        """
        from kiosk.ui.wishes import Begin, OpenPanel

        self._pause()
        self.window.wished.emit(Begin("en"))
        for event in road:
            self._step(event)
        seconds = []
        for language in languages:
            self._pause()
            self.window.wished.emit(OpenPanel("language"))
            self._turn()
            self._pause()
            begun = time.perf_counter()
            self.window.happened.emit(LanguageChosen(language))
            self._turn()
            seconds.append(time.perf_counter() - begun)
            visit = self.controller.visit
            if visit is None or visit.language != language:
                raise ValueError(f"the page is not in '{language}'")
        self.controller.start_afresh()
        self._turn()
        return seconds


def main() -> int:
    """Prints the figures; 1 when one is over its budget."""
    os.environ |= environment()
    station: Station = open_station(Folders.shipped(), lambda: OFFICES_OPEN)
    speakers = Speakers(station)
    gc.collect()
    gc.freeze()  # as the kiosk does when it has started
    languages = [*station.words, *reversed(station.words)]
    roads = roads_from_elsewhere()
    roads = roads[:: max(len(roads) // PAGES_EACH, 1)][:PAGES_EACH]
    first = speakers.change_on(roads[0], languages)
    seconds = [
        one
        for road in roads
        for end in (len(road) // 2, len(road))
        for one in speakers.change_on(road[:end], languages)
    ]
    what = f"another language to painted page, of {len(seconds)} in {len(station.words)}"
    return report(
        [
            Figure(f"{what}: median", median(seconds) * 1e3, _BUDGET_MS, " ms"),
            Figure(f"{what}: 99 of 100", percentile(seconds, 0.99) * 1e3, _BUDGET_MS, " ms"),
            Figure("the first time in each, its fonts loaded: most", max(first) * 1e3, None, " ms"),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
