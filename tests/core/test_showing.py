"""The frame of a page: every word looked up, every brace filled, the way that was come."""

from collections.abc import Callable

import pytest

from kiosk.core import view
from kiosk.core.events import AskedHelp, Event, LeftAlone, Picked, Stopped, Typed
from kiosk.core.guide import Guide
from kiosk.core.showing import facts_of
from kiosk.core.words import Sheet, Words
from tests.core.made import CHILD, PAGES, PARTS, after, view_after

GuideOf = Callable[..., Guide]


@pytest.fixture
def guide(guide_of: GuideOf) -> Guide:
    return guide_of(PAGES, CHILD, **PARTS)


def test_the_frame_of_a_page_has_its_words_its_picture_and_its_stones(guide: Guide) -> None:
    shown = view_after(guide)

    assert shown.page == view.Page(
        place="pages/menu",
        title="Where to, Valley?",
        says=("One.", "Two at Cedar Hill."),
        picture="house",
        stones=(
            view.Stone("email", "Email", "done"),
            view.Stone("record", "School record", "here"),
            view.Stone("reply", "Reply", "ahead"),
            view.Stone("password", "Password", "ahead"),
            view.Stone("in", "Signed in", "ahead"),
        ),
        progress="Step 2 of 5",
        can_go_back=False,
        offer_help=False,
        well_done="Well done.",
    )
    assert (shown.language, shown.right_to_left) == ("en", False)


@pytest.mark.parametrize(
    ("events", "here", "progress"),
    [
        (("child",), ["record"], "Step 2 of 5"),
        (("child", "email"), ["email"], "Step 1 of 5"),
        (("plain",), ["reply"], "Step 3 of 5"),
        (("bye",), [], "Step 2 of 5"),
        ((AskedHelp(),), ["record"], "Step 2 of 5"),
    ],
)
def test_the_stone_is_the_pages_own_or_that_of_the_flow_beneath(
    guide: Guide, events: tuple[Event | str, ...], here: list[str], progress: str
) -> None:
    page = view_after(guide, *events).page

    assert page.progress == progress
    assert [stone.id for stone in page.stones if stone.state == "here"] == here


def test_a_flow_without_stones_shows_none(guide_of: GuideOf) -> None:
    guide = guide_of(CHILD)

    page = view_after(guide).page

    assert (page.stones, page.progress) == ((), "")


@pytest.mark.parametrize(("rounds", "offered"), [(0, False), (1, False), (2, True), (3, True)])
def test_help_is_offered_at_the_third_turn_of_a_loop(
    guide: Guide, rounds: int, offered: bool
) -> None:
    page = view_after(guide, *["look", "menu"] * rounds).page

    assert page.offer_help is offered


@pytest.mark.parametrize(("tries", "offered"), [(1, False), (2, True)])
def test_help_is_offered_when_a_field_refuses_again_and_again(
    guide: Guide, tries: int, offered: bool
) -> None:
    page = view_after(guide, "form", *[Typed("a")] * tries).page

    assert page.offer_help is offered


@pytest.mark.parametrize(
    ("event", "code", "title"),
    [
        (Stopped(), "X_STOP", "You stopped here. Nothing you typed is kept."),
        (
            LeftAlone(),
            "X_TIMEOUT",
            "Nobody was here for a while. We cleared the page to keep it private.",
        ),
    ],
)
def test_a_visit_that_is_cut_short_shows_a_page_without_a_word_of_the_family(
    guide: Guide, event: Event, code: str, title: str
) -> None:
    shown = view_after(guide, "form", Typed("ana@b.org"), "look", event)

    assert shown.page.title == title
    assert shown.page.can_go_back is False
    assert isinstance(shown.body, view.End)
    assert (shown.body.code, shown.body.tone) == (code, "later")
    assert "ana" not in repr(shown)


def test_a_flow_played_by_itself_ends_with_the_word_it_returns(guide: Guide) -> None:
    shown = view_after(guide, "part")

    assert shown.page.title == "This part is done"
    assert shown.body == view.End("part", "done", (), "I am done here")


def test_what_was_picked_brings_its_facts_and_a_row_of_schools_none(guide: Guide) -> None:
    visit = after(guide, "mail", Picked(("gmail",)), "schools", Picked(("north", "east")))

    facts = facts_of(guide, visit)

    assert (facts["provider"], facts["mail_help"]) == ("Gmail", "ask Gmail")
    assert facts["here"] == "Cedar Hill"
    assert "schools" not in facts
    assert "school_phone" not in facts


def test_every_word_is_looked_up_by_its_place(guide: Guide) -> None:
    catalogue = {
        ("pages/form.title", "What is it?"): "Waa maxay, {here}?",
        ("pages/form.whole.short", "Longer, {here}"): "Ka dheer",
        ("pages/form.answer.out", "Out"): "Bax",
        ("shell.stone_email", "Email"): "Iimayl",
    }
    words = Words("so", "Soomaali", right_to_left=True, book=Sheet(catalogue))

    shown = view_after(guide, "form", Typed("a"), words=words)

    assert shown.page.title == "Waa maxay, \u2066Cedar Hill\u2069?"
    assert isinstance(shown.body, view.Form)
    assert (shown.body.refusal, shown.body.answers[0].text) == ("Ka dheer", "Bax")
    assert shown.page.stones[0].name == "Iimayl"
    assert (shown.language, shown.right_to_left) == ("so", True)


def test_cards_rules_and_names_are_looked_up_too(guide: Guide) -> None:
    catalogue = {
        ("providers/other.spam.0", "Open your mail"): "Fur",
        ("rules.least", "{count} letters or more"): "{count} xaraf",
        ("mail.other", "Another"): "Kale",
    }
    words = Words("so", "Soomaali", book=Sheet(catalogue))

    bodies = [view_after(guide, page, words=words).body for page in ("steps", "secret", "mail")]

    card, secret, mail = bodies
    assert isinstance(card, view.Choice)
    assert isinstance(secret, view.Password)
    assert isinstance(mail, view.Pick)
    assert card.steps[-1] == "Fur"
    assert secret.rules[0].text == "12 xaraf"
    assert [option.name for option in mail.options] == ["Gmail", "Kale"]
