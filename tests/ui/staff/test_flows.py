"""Staff looks at the flows of the station: maps, words, and any page in any language."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from kiosk.core.errors import Missing
from kiosk.language.catalogue import read_catalogue
from kiosk.resources import translations_dir
from kiosk.staff.flow_words import flow_words
from kiosk.station import Station
from kiosk.ui.staff.flow_canvas import FlowCanvas
from kiosk.ui.staff.flows import FlowsPage
from kiosk.ui.theme import TARGET, Look
from tests.ui.finding import STAGES, button, buttons, seen_place, touch, words_on
from tests.ui.staff.desks import Counter, opened, staff_kit


@pytest.fixture
def page(qtbot, station: Station) -> FlowsPage:
    """The page with all flows."""
    shown = FlowsPage(Counter(station, None).desk(), staff_kit())
    qtbot.addWidget(shown)
    opened(shown, (1106, 1400))
    return shown


def flow_named(page: FlowsPage, name: str) -> None:
    """Opens the flow whose tile begins with that name."""
    found = [one.accessibleName() for one in buttons(page)]
    touch(page, next(one for one in found if one.startswith(f"{name},")))


def picture_name(page: QWidget) -> str:
    """What a screen reader says of the picture of a page; empty where there is none."""
    names = [part.accessibleName() for part in page.findChildren(QLabel) if part.isVisible()]
    return next((name for name in names if name.startswith("Picture")), "")


def test_every_flow_of_the_station_is_offered_with_what_it_is_about(
    page: FlowsPage, station: Station
) -> None:
    offered = [one.accessibleName() for one in buttons(page)]

    assert len(offered) == len(station.guide.flows)
    assert any(one.startswith("Reply, Inbox, spam, other places") for one in offered)


def test_a_flow_shows_its_map_and_its_pages_and_leads_back(page: FlowsPage) -> None:
    flow_named(page, "Reply")
    maps = [one.accessibleName() for one in page.findChildren(FlowCanvas)]
    offered = words_on(page)
    touch(page, "All flows")

    assert maps == ["Map of the flow: reply. Drag it, or use the arrow keys."]
    assert "Which mail do you have?" in offered
    assert "Flows of this station" in words_on(page)


def test_the_words_of_a_flow_are_told_for_each_language(
    qtbot, page: FlowsPage, station: Station
) -> None:
    flow_named(page, "Reply")
    touch(page, "Words")

    def told() -> None:
        said = words_on(page)
        assert {"English", "Spanish", "Somali", "Korean"} <= set(said)

    qtbot.waitUntil(lambda: "Korean" in words_on(page))
    told()
    assert flow_words(station.guide.flows["reply"], "es", translations_dir()).stands in words_on(
        page
    )


def test_the_state_of_words_is_counted_for_that_flow_alone(station: Station, tmp_path) -> None:
    catalogue = read_catalogue(translations_dir() / "es.po")
    for entry in catalogue:
        if entry.msgctxt.startswith("help/"):
            entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
            entry.msgstr = "x"
        else:
            entry.msgstr = ""
    catalogue.save(str(tmp_path / "es.po"))
    flows = station.guide.flows

    helped = flow_words(flows["help"], "es", tmp_path).stands
    email = flow_words(flows["email"], "es", tmp_path).stands
    gone = flow_words(flows["email"], "so", tmp_path)

    assert helped.startswith("All ")
    assert helped.endswith("A speaker has reviewed them.")
    assert email == "No words yet. Families read English here."
    assert (gone.name, gone.stands[:14]) == ("Somali", "This catalogue")
    with pytest.raises(Missing):
        read_catalogue(tmp_path / "so.po")


def test_a_page_is_seen_as_a_family_sees_it_and_is_marked_as_a_look(page: FlowsPage) -> None:
    flow_named(page, "Reply")
    touch(page, "Which mail do you have?")

    assert picture_name(page) == "Picture of the page: Which mail do you have?"
    assert "Only a look: nothing is kept. Reply, page 2 of 16." in words_on(page)


def test_one_turns_from_page_to_page_and_back_to_the_map(page: FlowsPage) -> None:
    flow_named(page, "Reply")
    touch(page, "Which mail do you have?")

    touch(page, "Page before")
    first = picture_name(page)
    touch(page, "Page before")
    last = picture_name(page)
    touch(page, "Page after")
    again = picture_name(page)
    touch(page, "Back to the map")

    assert first == again
    assert first.endswith("Do you see a message from the portal?")
    assert last.endswith("The school office will look at the link with you")
    assert len(page.findChildren(FlowCanvas)) == 1


def test_a_page_looks_another_way_in_another_language(page: FlowsPage) -> None:
    flow_named(page, "Reply")
    touch(page, "Which mail do you have?")
    english = page.grab().toImage()

    touch(page, "Language")
    touch(page, "العربية")
    arabic = page.grab().toImage()

    assert english != arabic
    assert button(page, "Language").isVisible()
    assert "Look at it in which language?" not in words_on(page)


def test_a_look_at_a_page_leaves_the_visit_alone(qtbot, station: Station) -> None:
    counter = Counter(station, None)
    page = FlowsPage(counter.desk(), staff_kit())
    qtbot.addWidget(page)
    opened(page, (1106, 1400))

    flow_named(page, "Email")
    touch(page, "Do you have an email address?")

    assert counter.visit is None
    assert counter.asked == []


def test_a_box_of_the_map_leads_to_its_page_and_one_that_nobody_sees_does_not(
    page: FlowsPage,
) -> None:
    flow_named(page, "Reply")
    touch(page, "Whole map")
    canvas = page.findChildren(FlowCanvas)[0]
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    def tap(place: str) -> None:
        at = canvas.mapTo(page, canvas.box_in_sight(place).center().toPoint())
        QTest.mouseClick(page.windowHandle(), left, none, at)

    tap("reply/which_mail")
    unseen = picture_name(page)
    tap("reply/spam")

    assert unseen == ""
    assert picture_name(page).endswith("It may be in another folder. This happens often")


@pytest.mark.parametrize("theme", ["warm", "black_on_white", "white_on_black", "low_glare"])
def test_the_map_stands_in_the_colours_of_the_theme(qtbot, station: Station, theme: str) -> None:
    look = Look(theme=theme, size=0, motion=False)  # type: ignore[arg-type]
    page = FlowsPage(Counter(station, None).desk(), staff_kit(look))
    qtbot.addWidget(page)
    opened(page, (1106, 1400))
    flow_named(page, "Help")
    picture = page.findChildren(FlowCanvas)[0].grab().toImage()

    found = {picture.pixelColor(x, 8).name() for x in range(8, picture.width() - 8, 7)}

    paper = {"warm": "#fbf6ec", "black_on_white": "#ffffff", "white_on_black": "#000000"}
    assert QColor(paper.get(theme, "#cfc5b2")).name() in found


@pytest.mark.parametrize("stage", STAGES)
def test_all_that_can_be_touched_is_large_enough_on_every_stage(
    qtbot, station: Station, stage: str
) -> None:
    wide, high = STAGES[stage]
    kit = staff_kit(Look(size=0, motion=False, tight=stage == "small"))
    page = FlowsPage(Counter(station, None).desk(), kit)
    qtbot.addWidget(page)
    opened(page, (wide - 260, high - 40))
    page._look_at("reply/spam")

    places = [seen_place(one, page) for one in buttons(page)]

    least = kit.theme.px(TARGET)
    assert len(places) == 4
    assert [at for at in places if at.width() < least or at.height() < least] == []
    assert all(page.rect().contains(at) for at in places)
