"""Staff stands beside a family: sees where it is, what helps, and takes it on by a touch."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from kiosk.core.events import Chosen, Picked, Typed
from kiosk.core.sample_visit import visit_at
from kiosk.station import Station
from kiosk.ui.staff.desk import (
    BackToFamily,
    DoneByOffice,
    FamilyLanguage,
    Jump,
    NextFamily,
    PrintSlip,
    ToPractice,
)
from kiosk.ui.staff.family import FamilyPage
from kiosk.ui.staff.flow_canvas import FlowCanvas
from kiosk.ui.staff.flow_look import FlowLook
from kiosk.ui.theme import LEAST_GAP, TARGET, Look
from tests.ui.finding import STAGES, button, buttons, place_of, seen_place, touch, words_on
from tests.ui.staff.desks import Counter, after, opened, staff_kit

TO_OFFICE = (
    *(Chosen("parent"), Chosen("new"), Chosen("have"), Typed("zqx7canary@gmail.com")),
    *(Chosen("me"), Chosen("right"), Chosen("opens"), Chosen("one")),
    *(Picked(("cedar_hill",)), Chosen("other")),
)


@pytest.fixture
def counter(station: Station) -> Counter:
    """A family that is asked to go to the office."""
    return Counter(station, after(station, TO_OFFICE))


@pytest.fixture
def page(qtbot, counter: Counter) -> FamilyPage:
    """The page beside it."""
    shown = FamilyPage(counter.desk(), staff_kit())
    qtbot.addWidget(shown)
    opened(shown)
    return shown


def canvas(page: FamilyPage) -> FlowCanvas:
    """The part of the map that is in sight."""
    return page.findChildren(FlowCanvas)[0]


def test_staff_sees_where_the_family_is_and_three_things_to_try(page: FamilyPage) -> None:
    said = words_on(page)

    assert "Please ask at the school office now" in said
    assert "The family reads it in: English" in said
    assert "Nobody has looked yet if this school has the address." in said
    assert [one for one in ("1", "2", "3") if one in said] == []
    assert len([one for one in said if one.endswith("may be told to that adult only.")]) == 1
    assert "One school: Cedar Hill Middle School" in said


def test_the_answers_so_far_are_told_and_nothing_that_was_typed(page: FamilyPage) -> None:
    said = " ".join(part.text() for part in page.findChildren(QLabel))

    assert "Typed an address" in said
    assert "Parent or guardian" in said
    assert "What was typed is not shown, and not kept." in said
    assert "zqx7" not in said
    assert "gmail.com" not in said


def test_the_family_is_marked_in_the_middle_of_the_map_by_words(page: FamilyPage) -> None:
    box = canvas(page).box_in_sight("one_school/at_office")
    middle = canvas(page).rect().center()

    assert canvas(page).accessibleDescription() == "The family is here"
    assert abs(box.center().x() - middle.x()) < 2
    assert abs(box.center().y() - middle.y()) < 2


def test_the_map_of_a_flow_further_out_marks_what_the_family_is_within(page: FamilyPage) -> None:
    touch(page, "Record")

    assert canvas(page).accessibleName().startswith("Map of the flow: record")
    assert canvas(page).accessibleDescription() == "The family is within this"
    assert not canvas(page).box_in_sight("record/each_school").isEmpty()


def test_the_map_grows_and_shrinks_by_large_buttons_and_is_dragged(page: FamilyPage) -> None:
    place = "one_school/at_office"
    before = canvas(page).box_in_sight(place)

    touch(page, "Larger")
    larger = canvas(page).box_in_sight(place)
    touch(page, "Whole map")
    whole = canvas(page).box_in_sight(place)
    touch(page, "Find the mark")
    start = place_of(canvas(page), page).center()
    handle = page.windowHandle()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(handle, left, none, start)
    QTest.mouseMove(handle, start + QPoint(60, 0))
    QTest.mouseRelease(handle, left, none, start + QPoint(60, 0))
    dragged = canvas(page).box_in_sight(place)

    assert larger.width() > before.width() * 1.2
    assert whole.width() < before.width() / 1.5
    assert dragged.x() - before.x() == pytest.approx(60)


def test_the_map_is_moved_and_sized_by_keys(page: FamilyPage) -> None:
    place = "one_school/at_office"
    before = canvas(page).box_in_sight(place)
    canvas(page).setFocus(Qt.FocusReason.TabFocusReason)

    QTest.keyClick(canvas(page), Qt.Key.Key_Down)
    moved = canvas(page).box_in_sight(place)
    QTest.keyClick(canvas(page), Qt.Key.Key_Plus)
    larger = canvas(page).box_in_sight(place)

    assert moved.y() < before.y()
    assert larger.width() > moved.width()


def test_a_jump_puts_the_family_on_the_page_that_was_chosen(
    page: FamilyPage, counter: Counter
) -> None:
    touch(page, "Jump")
    touch(page, "What did the school have?")

    assert counter.asked == [Jump("one_school/about_address")]
    assert "What did the school have?" in words_on(page)
    assert "Put the family on which page?" not in words_on(page)


def test_a_box_of_the_map_asks_before_it_takes_the_family_there(
    page: FamilyPage, counter: Counter
) -> None:
    touch(page, "Whole map")
    at = canvas(page).box_in_sight("one_school/found").center().toPoint()
    spot = canvas(page).mapTo(page, at)
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(page.windowHandle(), left, none, spot)
    asked_before = list(counter.asked)
    touch(page, "What did the office find?")

    assert asked_before == []
    assert counter.asked == [Jump("one_school/found")]


def test_what_counts_as_done_is_told_in_words_before_it_is_done(
    page: FamilyPage, counter: Counter
) -> None:
    touch(page, "Office did it")
    offered = words_on(page)
    touch(page, "I asked. Here is what they said, The shortest way to the end")

    assert "Mark this step as done by the office" in offered
    assert counter.asked == [DoneByOffice("asked")]
    assert "What did the office find?" in words_on(page)


def test_what_only_the_family_can_type_is_said_and_cannot_be_marked(
    qtbot, station: Station
) -> None:
    counter = Counter(station, after(station, TO_OFFICE[:3]))
    page = FamilyPage(counter.desk(), staff_kit())
    qtbot.addWidget(page)
    opened(page)

    touch(page, "Office did it")
    said = words_on(page)
    touch(page, "Close")

    assert any(one.startswith("The family types or picks something") for one in said)
    assert counter.asked == []


def test_the_family_gets_another_language_and_staff_keeps_english(
    page: FamilyPage, counter: Counter
) -> None:
    touch(page, "Language")
    touch(page, "Soomaali")

    assert counter.asked == [FamilyLanguage("so")]
    assert "The family reads it in: Somali" in words_on(page)
    assert "Please ask at the school office now" in words_on(page)


def test_staff_reads_the_page_in_another_language_and_the_family_keeps_its_own(
    page: FamilyPage, counter: Counter
) -> None:
    touch(page, "See page")
    english = page.grab().toImage()

    touch(page, "Language")
    touch(page, "Soomaali")

    assert page.grab().toImage() != english
    assert counter.asked == []
    visit = counter.desk().visit()
    assert visit is not None
    assert visit.language == "en"

    touch(page, "Back to the map")

    assert canvas(page).isVisible()
    assert page.findChildren(FlowLook) == [] or not page.findChildren(FlowLook)[0].isVisible()


def test_one_touch_hands_over_to_practice_or_prints(page: FamilyPage, counter: Counter) -> None:
    touch(page, "Practice")
    touch(page, "Print slip")

    assert counter.asked == [ToPractice(), PrintSlip()]


def test_what_the_desk_answers_is_said(page: FamilyPage, counter: Counter) -> None:
    counter.sentence = "The printer does not answer. The slip is in the folder of slips."

    touch(page, "Print slip")

    assert counter.sentence in words_on(page)


def test_the_next_family_comes_after_being_asked_once_more(
    page: FamilyPage, counter: Counter
) -> None:
    touch(page, "Next family")
    touch(page, "No, stay with this family")
    stayed = list(counter.asked)
    touch(page, "Next family")
    touch(page, "Yes, wipe it and begin anew")

    assert stayed == []
    assert counter.asked == [NextFamily()]
    assert "No family is at the kiosk now" in words_on(page)


def test_without_a_family_the_first_page_is_offered(qtbot, station: Station) -> None:
    counter = Counter(station, None)
    page = FamilyPage(counter.desk(), staff_kit())
    qtbot.addWidget(page)
    opened(page)

    offered = [one.accessibleName() for one in buttons(page)]
    touch(page, "Show the first page")

    assert offered == ["Show the first page"]
    assert counter.asked == [BackToFamily()]


def test_the_page_follows_the_family_and_shuts_a_panel_that_no_longer_fits(
    page: FamilyPage, counter: Counter, station: Station
) -> None:
    touch(page, "Office did it")
    counter.visit = after(station, (*TO_OFFICE, Chosen("asked")))

    page.refresh()

    assert "Mark this step as done by the office" not in words_on(page)
    assert "What did the office find?" in words_on(page)


def test_a_look_that_finds_nothing_new_leaves_the_page_as_it_is(page: FamilyPage) -> None:
    touch(page, "Larger")
    before = canvas(page).box_in_sight("one_school/at_office")
    touch(page, "Jump")

    page.refresh()

    assert canvas(page).box_in_sight("one_school/at_office") == before
    assert "Put the family on which page?" in words_on(page)


def test_what_nobody_has_checked_is_shown_as_such(qtbot, station: Station) -> None:
    counter = Counter(station, visit_at(station.guide, "email", "make_it"))
    page = FamilyPage(counter.desk(), staff_kit())
    qtbot.addWidget(page)
    opened(page, (1500, 1000))

    said = words_on(page)

    assert len([one for one in said if one.startswith("Nobody has checked this yet.")]) == 2


@pytest.mark.parametrize("stage", STAGES)
def test_all_that_can_be_touched_is_large_apart_and_in_sight(
    qtbot, counter: Counter, stage: str
) -> None:
    wide, high = STAGES[stage]
    tight = stage == "small"
    look = Look(size=0, motion=False, tight=tight)
    kit = staff_kit(look)
    page = FamilyPage(counter.desk(), kit)
    qtbot.addWidget(page)
    opened(page, (wide - (70 if tight else 260), high - 40))

    places = [seen_place(one, page) for one in buttons(page)]

    least, gap = kit.theme.px(TARGET), kit.theme.px(LEAST_GAP)
    assert [at for at in places if at.width() < least or at.height() < least] == []
    assert [
        (one, other)
        for n, one in enumerate(places)
        for other in places[n + 1 :]
        if one.adjusted(-gap + 1, -gap + 1, gap - 1, gap - 1).intersects(other)
    ] == []
    assert all(page.rect().contains(at) for at in places)
    assert all(one.accessibleName() for one in buttons(page))


def test_a_broken_file_of_remedies_is_told_and_the_map_stands(
    qtbot, counter: Counter, tmp_path
) -> None:
    file = tmp_path / "staff" / "remedies.yaml"
    file.parent.mkdir()
    file.write_text("remedies: [\n")
    desk = counter.desk()
    desk = replace(desk, folders=replace(desk.folders, flows=tmp_path))
    page = FamilyPage(desk, staff_kit())
    qtbot.addWidget(page)
    opened(page)

    said = words_on(page)

    assert any("What may help cannot be shown." in one and "K125" in one for one in said)
    assert button(page, "Jump").isVisible()
