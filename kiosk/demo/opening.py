"""Opens the practice of a station: its world, and what it takes from the station."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from kiosk.core.errors import Problem
from kiosk.core.showing import rule_in
from kiosk.core.view import RuleLine
from kiosk.core.words import Words
from kiosk.demo.reading import demo_folder, read_world
from kiosk.demo.showing import Given
from kiosk.demo.world import World
from kiosk.language.manner import short_day
from kiosk.station import Station


@dataclass(frozen=True)
class Demo:
    """What a practice goes by. `notices` tell what was amiss with the district's own data."""

    world: World
    given: Given
    words: Mapping[str, Words]
    notices: tuple[Problem, ...] = ()


def open_demo(station: Station, now: datetime) -> Demo:
    """The practice of that station on that day. Where a district's own data are not sound, the
    shipped student stands in."""
    world, notices = read_world(demo_folder(station.site), station.site, now.date())

    def rules(words: Words) -> tuple[RuleLine, ...]:
        return tuple(RuleLine(rule.id, rule_in(words, rule)) for rule in station.guide.rules)

    return Demo(world, Given(rules, short_day, station.site.portal.sender), station.words, notices)
