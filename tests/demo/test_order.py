"""The running order: every scene is played, and what cannot be played is told with its line."""

from pathlib import Path

import pytest

from kiosk.core.errors import FilesNotSound
from kiosk.demo.order import Order, read_order
from kiosk.demo.presenting import title_of
from kiosk.demo.speaker_phrases import SpeakerPhrases
from kiosk.demo.world import SCENARIOS, Scenario, World
from tests.demo.shows import shipped_order, shipped_world, show_with

HEAD = "password: Made-Up-1\nscenes:\n"


@pytest.fixture(scope="module")
def world() -> World:
    """The shipped world."""
    return shipped_world()


def read(world: World, scenes: str, scenario: Scenario = "spam") -> Order:
    return read_order(HEAD + scenes, "order.yaml", world, scenario)[0]


def told(world: World, scenes: str) -> list[str]:
    _, problems = read_order(HEAD + scenes, "order.yaml", world, "spam")
    return [str(problem) for problem in problems]


def titles(world: World, scenario: Scenario) -> list[str]:
    order = shipped_order()
    show = show_with(read_order(order.text, order.file, world, scenario)[0], world)
    return [title_of(show, number, "en") for number in range(len(show.order.slides))]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_shipped_order_is_sound_and_each_of_its_slides_has_notes(
    world: World, scenario: Scenario
) -> None:
    shipped = shipped_order()

    order, problems = read_order(shipped.text, shipped.file, world, scenario)

    assert problems == ()
    assert len(order.slides) >= 18
    assert all(len(slide.notes.split()) > 5 for slide in order.slides)


@pytest.mark.parametrize(
    ("scenario", "wanted"),
    [
        ("spam", "Find the message from the school"),
        ("late", "The reply is on its way"),
        ("expired", "This link is too old"),
        ("impostor", "Good that this is practice"),
    ],
)
def test_the_shipped_order_leads_from_why_to_a_plan_by_way_of_its_scenario(
    world: World, scenario: Scenario, wanted: str
) -> None:
    shown = titles(world, scenario)

    assert shown[0] == "Look around with a practice student"
    assert wanted in shown
    on_the_way = ["Try a password", "This is what you will see", "Missing", "Write to the teacher"]
    assert [title for title in shown if title in on_the_way] == on_the_way
    assert shown[-2:] == ["When will you look?", "You know the portal now"]


def test_in_the_shipped_order_the_grade_comes_back_and_the_reply_leaves_spam(world: World) -> None:
    shipped = shipped_order()

    order, _ = read_order(shipped.text, shipped.file, world, "spam")

    states = {slide.id: slide.practice for slide in order.slides}
    assert (states["jump"].handed_in, states["handed_in"].handed_in) == (False, True)
    assert (states["in_spam"].unspammed, states["not_spam"].unspammed) == ((), ("reply",))


def test_the_class_that_is_shown_has_a_missing_work_and_it_is_marked(world: World) -> None:
    shipped = shipped_order()

    order, _ = read_order(shipped.text, shipped.file, world, "spam")

    slide = next(slide for slide in order.slides if slide.id == "missing_work")
    courses = world.student(slide.practice.student).courses
    course = next(course for course in courses if course.id == slide.practice.course)
    assert "missing" in {work.state for work in course.works}
    assert slide.mark == "missing"


def test_a_scene_without_a_page_goes_on_from_the_one_before(world: World) -> None:
    order = read(
        world,
        "  - {scene: one, page: mailbox, touch: [spam], notes: a}\n"
        "  - {scene: two, touch: reply, notes: b}\n",
    )

    assert [slide.practice.place for slide in order.slides] == ["mailbox", "mail"]
    assert order.slides[1].practice.folder == "spam"


def test_a_scene_belongs_to_the_scenarios_it_names(world: World) -> None:
    scenes = (
        "  - {scene: one, page: why, notes: a}\n"
        "  - {scene: two, only: [late], page: wait, notes: b}\n"
    )

    by_scenario = {one: read(world, scenes, one).slides for one in SCENARIOS}

    assert [one for one, slides in by_scenario.items() if len(slides) == 2] == ["late"]


@pytest.mark.parametrize(
    ("scenes", "problem"),
    [
        (
            "  - {scene: one, page: mailbox, touch: [spma], notes: a}\n",
            "order.yaml:3:41: K114 on the page 'mailbox' there is no 'spma' to touch; "
            "did you mean 'spam'?",
        ),
        (
            "  - {scene: one, page: plan, touch: leave, notes: a}\n",
            "order.yaml:3:30: K114 on the page 'plan' there is no 'leave' to touch",
        ),
        (
            "  - {scene: one, page: why, mark: paper, notes: a}\n",
            "order.yaml:3:29: K114 on the page 'why' there is no 'paper' to touch",
        ),
        (
            "  - {scene: one, notes: a}\n",
            "order.yaml:3:5: K113 the first scene needs the key 'page'",
        ),
        (
            f"  - {{scene: one, page: why, notes: {'a ' * 151}}}\n",
            "order.yaml:3:29: K134 notes of 151 words: the speaker's screen holds 150",
        ),
    ],
)
def test_what_is_off_in_a_scene_is_told_once_with_its_place(
    world: World, scenes: str, problem: str
) -> None:
    more = "  - {scene: last, page: why, notes: a}\n"

    problems = told(world, scenes + more)

    assert problems == [problem]


def test_what_goes_on_from_a_scene_that_is_left_out_is_left_out_without_a_word(
    world: World,
) -> None:
    scenes = (
        "  - {scene: one, page: lesson, touch: [nowhere], notes: a}\n"
        "  - {scene: two, touch: [go_on], notes: a}\n"
        "  - {scene: three, page: plan, notes: a}\n"
    )

    order, problems = read_order(HEAD + scenes, "order.yaml", world, "spam")

    assert [slide.id for slide in order.slides] == ["three"]
    assert len(problems) == 1


def test_two_scenes_of_one_name_are_told(world: World) -> None:
    scene = "  - {scene: one, page: why, notes: a}\n"

    problems = told(world, scene + scene)

    assert problems == [
        "order.yaml:4:6: K108 the scene 'one' stands twice; give this one another name"
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (HEAD + "  - {scene: one, pge: why, notes: a}\n", "3:18: K112 unknown key 'pge'"),
        (HEAD + "  - {scene: one, page: whi, notes: a}\n", "3:24: K114 'page' must be one of: why"),
        (HEAD + "  - {scene: one, page: why}\n", "3:5: K113 'scenes' needs the key 'notes'"),
        (HEAD + "  - {scene: one, page: why, notes: no, only: spm}\n", "did you mean 'spam'?"),
        ("scenes: []\npassword: A\n", "1:1: K113 no scene is left to show for 'spam'"),
        ("order: 1\n", "1:1: K112 unknown key 'order'"),
    ],
)
def test_a_file_of_another_shape_is_refused_with_its_line(
    world: World, text: str, problem: str
) -> None:
    with pytest.raises(FilesNotSound) as refused:
        read_order(text, "order.yaml", world, "spam")

    assert problem in str(refused.value)


def test_the_order_that_the_guide_shows_can_be_played(world: World) -> None:
    guide = (Path(__file__).parents[2] / "docs" / "practice.md").read_text(encoding="utf-8")
    example = guide.partition("```text\npassword:")[2].partition("```")[0]

    order, problems = read_order(f"password:{example}", "order.yaml", world, "spam")

    assert problems == ()
    assert [slide.id for slide in order.slides] == ["grades", "one_class", "the_paper"]
    assert order.slides[-1].mark == "missing"


def test_the_guide_names_every_key_that_the_speaker_is_told() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "practice.md").read_text(encoding="utf-8")
    table = guide.partition("| key | what it does |")[2].partition("\n\n")[0]

    rows = [row for row in table.splitlines() if row.startswith("| ") and "---" not in row]

    assert len(rows) == len(SpeakerPhrases().keys)
