"""Every page of the practice student in every language, and those that say most about clipping."""

from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from kiosk.clock import OFFICES_OPEN
from kiosk.core.scenes import MailLook, SceneView, TypedOut
from kiosk.core.view import Password, View
from kiosk.core.words import ENGLISH
from kiosk.demo.opening import open_demo
from kiosk.demo.showing import Shown, page_of
from kiosk.station import Station
from tests.demo.touring import every_practice, things_in

Scenes = dict[str, list[Shown]]
"""Pages by the code of their language."""

_MADE_UP = "purple lamp reads slowly"


def every_scene(station: Station) -> Scenes:
    """Each page of the practice, in each scenario and each look of the mailbox, each page once."""
    demo = open_demo(station, OFFICES_OPEN)
    look = demo.world.look
    worlds = [replace(demo.world, look=replace(look, mail=mail)) for mail in get_args(MailLook)]
    stands = {
        page_of(world, practice, ENGLISH, demo.given): (world, practice)
        for practice in every_practice(demo.world)
        for world in worlds
    }
    return {
        code: [
            page
            for world, practice in stands.values()
            for page in _as_shown(page_of(world, practice, words, demo.given))
        ]
        for code, words in station.words.items()
    }


def fullest(scenes: Scenes) -> Scenes:
    """Of each sort of page the one with most words, in English, Arabic, Amharic, and in the
    language that takes most room."""
    longest = max(scenes, key=lambda code: sum(map(_words_on, scenes[code])))
    return {code: _fullest(scenes[code]) for code in dict.fromkeys(("en", "ar", "am", longest))}


def _fullest(pages: list[Shown]) -> list[Shown]:
    found: dict[tuple[str, type, str], Shown] = {}
    for page in sorted(pages, key=_words_on):
        found[page.page.place, type(page.body), getattr(page.body, "look", "")] = page
    return list(found.values())


def _as_shown(page: Shown) -> Iterator[Shown]:
    """The page as a family sees it, and where that is another one, as a room sees it."""
    body = page.body
    yield page
    if isinstance(page, View) and isinstance(body, Password):
        typed = TypedOut(body.label, _MADE_UP, body.rules, body.personal, body.button)
        yield SceneView(page.page, typed, page.language, page.right_to_left)


def _words_on(page: Shown) -> int:
    return sum(len(part) for part in things_in(page) if isinstance(part, str))
