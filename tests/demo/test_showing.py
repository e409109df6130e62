"""Every page of the practice says something, in every look, and every phrase has its page."""

from dataclasses import fields, replace

import pytest

from kiosk.core.scenes import (
    Chart,
    ChartPoint,
    CourseRow,
    Letter,
    Line,
    Mail,
    Mailbox,
    MailFolder,
    MailLine,
    MailLook,
    Press,
    Report,
    SceneView,
    Sheet,
    Standing,
    Twice,
    WorkRow,
)
from kiosk.core.view import Tile
from kiosk.core.words import placeholders
from kiosk.demo.phrases import DemoPhrases
from kiosk.demo.practice import Place, Practice, at_place
from kiosk.demo.showing import Shown
from kiosk.demo.world import SCENARIOS
from tests.demo.touring import MARKED, every_practice, shown, things_in, world_on

WORLD = world_on()
EVERY = tuple(every_practice(WORLD))
# What may be empty, and says nothing where it is.
MAY_BE_EMPTY = {
    Twice: {"own"},
    Press: {"icon"},
    Tile: {"icon"},
    Standing: {"letter"},
    Line: {"when"},
    WorkRow: {"term"},
    Mailbox: {"nothing"},
    Mail: {"own"},
    Letter: {"own"},
}
DRAWN = (
    *(Twice, Press, Tile, Standing, Line, WorkRow, CourseRow, Mailbox, MailFolder, MailLine),
    *(Mail, Report, Sheet, Chart, ChartPoint, Letter),
)


def empty_words(page: Shown) -> list[str]:
    """The fields of a page that should say something, and do not."""
    found = ["title"] * (not page.page.title) + ["banner"] * (not page.page.banner)
    found += ["says"] * (not page.page.says or not all(page.page.says))
    for thing in things_in(page):
        if isinstance(thing, DRAWN):
            may = MAY_BE_EMPTY.get(type(thing), set())
            named = (field.name for field in fields(thing) if field.name not in may)
            found += [name for name in named if getattr(thing, name) == ""]
    return found


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("student", [one.id for one in WORLD.students])
@pytest.mark.parametrize("place", sorted({practice.place for practice in EVERY}))
def test_every_place_says_something_to_everyone(scenario, student: str, place: Place) -> None:
    practice = replace(at_place(WORLD, place, scenario), student=student)

    page = shown(WORLD, practice)

    assert empty_words(page) == []


def test_every_page_that_can_be_reached_says_something() -> None:
    found = {practice: empty_words(shown(WORLD, practice)) for practice in EVERY}

    assert {one.place: said for one, said in found.items() if said} == {}


def test_no_page_shows_braces() -> None:
    said = {word for one in EVERY for word in things_in(shown(WORLD, one)) if isinstance(word, str)}

    assert [word for word in said if placeholders(word)] == []


def test_every_phrase_has_a_page() -> None:
    pages = (shown(WORLD, practice, MARKED) for practice in EVERY)
    said = " ".join({word for page in pages for word in things_in(page) if isinstance(word, str)})

    unsaid = [one.name for one in fields(DemoPhrases) if f"<demo.{one.name}>" not in said]

    assert unsaid == ["pause_says"]  # The presenter's, over the whole screen.


@pytest.mark.parametrize("look", ["plain", "tabs", "cards"])
def test_the_tabs_are_there_in_the_look_that_has_them(look: MailLook) -> None:
    world = replace(WORLD, look=replace(WORLD.look, mail=look))

    page = shown(world, at_place(world, "mailbox", "here"))

    assert isinstance(page, SceneView)
    assert isinstance(page.body, Mailbox)
    tabs = {folder.id for folder in page.body.folders} & {"promotions", "updates"}
    assert page.body.look == look
    assert len(tabs) == (2 if look == "tabs" else 0)


def test_every_folder_that_is_shown_has_mail_in_it_so_that_there_is_something_to_look_through() -> (
    None
):
    for folder in ("inbox", "spam", "trash", "promotions", "updates"):
        practice = replace(at_place(WORLD, "mailbox", "here"), folder=folder)

        page = shown(WORLD, practice)

        assert isinstance(page, SceneView)
        assert isinstance(page.body, Mailbox)
        assert page.body.lines


def test_the_family_s_language_stands_beside_the_portal_s_english() -> None:
    page = shown(WORLD, at_place(WORLD, "home", "here"), MARKED)

    assert isinstance(page, SceneView)
    assert isinstance(page.body, Report)
    row = page.body.courses[0]
    assert row.standing.word == Twice("Doing well", "<demo/words.scale.B>")
    assert page.body.year.own == f"<demo/students.{WORLD.students[0].id}.year>"


def test_the_hint_of_a_mailbox_goes_when_it_is_of_no_more_use() -> None:
    def says(practice: Practice) -> tuple[str, ...]:
        return shown(WORLD, practice, MARKED).page.says

    spam = at_place(WORLD, "mailbox", "spam")
    late = replace(at_place(WORLD, "mailbox", "late"), arrived=False)

    assert "<demo.mailbox_spam>" in says(spam)
    assert "<demo.mailbox_spam>" not in says(replace(spam, folder="spam"))
    assert "<demo.mailbox_spam>" not in says(replace(spam, unspammed=("reply",)))
    assert "<demo.mailbox_late>" in says(late)
    assert "<demo.mailbox_late>" not in says(replace(late, arrived=True))
