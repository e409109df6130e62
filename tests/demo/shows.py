"""Shows for tests: the shipped practice with the shipped running order, or with a made-up one."""

from dataclasses import dataclass
from datetime import date

from kiosk.core.view import RuleLine
from kiosk.core.words import Sheet, Words
from kiosk.demo.order import Order, read_order
from kiosk.demo.presenting import Show
from kiosk.demo.reading import read_world, shipped_demo
from kiosk.demo.showing import Given
from kiosk.demo.world import Scenario, World
from kiosk.language.manner import short_day
from kiosk.resources import Folders, read_text
from kiosk.site.reading import read_site

TODAY = date(2026, 11, 23)
PASSWORD = "River-Spoon-7"  # noqa: S105 - made up
WORDS = {
    "en": Words("en", "English"),
    "es": Words("es", "Español", book=Sheet({("demo.plan_title", "When will you look?"): "¿Sí?"})),
    "ar": Words("ar", "العربية", right_to_left=True),
}


@dataclass(frozen=True)
class Shipped:
    """The shipped order's file, and its text."""

    file: str
    text: str


def shipped_order() -> Shipped:
    """The running order that goes with the kiosk."""
    path = shipped_demo() / "order.yaml"
    return Shipped(str(path), read_text(path))


def shipped_world() -> World:
    """The world of the shipped practice on a Monday."""
    return read_world(shipped_demo(), read_site(Folders.shipped().site), TODAY)[0]


def show_with(order: Order, world: World, *, every_language: bool = False) -> Show:
    """A show of that order in three languages."""
    rules = (RuleLine("length", "12 letters or more"),)
    given = Given(lambda _words: rules, short_day, "portal@example.org")
    return Show(world, given, WORDS, order, PASSWORD, every_language)


def shipped_show(scenario: Scenario = "spam", *, every_language: bool = False) -> Show:
    """The shipped show."""
    order = shipped_order()
    world = shipped_world()
    read, problems = read_order(order.text, order.file, world, scenario)
    assert problems == ()
    return show_with(read, world, every_language=every_language)
