"""The running order of a presentation: scenes of the practice, each with notes for the speaker.

A scene is not told but played: it begins on a page, or goes on from the scene before, and says what
is touched. So every slide is a practice as a family could have it, and never a picture that lies.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import get_args

from kiosk.core.errors import FilesNotSound, Problem
from kiosk.core.events import Chosen
from kiosk.core.marks import Marks, Place
from kiosk.core.shape.guessing import guess
from kiosk.core.shape.reader import try_read
from kiosk.demo.practice import Place as PageName
from kiosk.demo.practice import Practice, at_place, practise
from kiosk.demo.world import SCENARIOS, MailKind, Scenario, World

CLASS_WITH_MISSING = "class_with_missing"
MOST_WORDS = 150
_NOWHERE = Marks()
_ALWAYS = ("spam", "inbox", "trash", "promotions", "updates", "not_spam", "to_list", "link")
_ANSWERS = (
    *("start", "grades", "look", "again", "go_on", "home", "teacher", "lesson", "end"),
    *("hand_in", "send", "every_week", "every_two_weeks", "no_plan"),
)


@dataclass(frozen=True, kw_only=True)
class SceneEntry:
    """One scene. `scene` is its own name, `notes` is what the speaker may say.

    `page` is where it begins; without it, the scene goes on from the one before. `touch` is what is
    touched there, one after the other: an answer's id, or a mail by its kind, such as "reply".
    `only` names the scenarios that have this scene. `mark` is what is marked for the eye, and
    brought into sight, by what one would touch there: a class, "link", or the word of a work.
    """

    scene: str
    page: PageName | None = None
    touch: tuple[str, ...] = ()
    mark: str = ""
    only: tuple[Scenario, ...] = ()
    notes: str
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True, kw_only=True)
class OrderFile:
    """A running order. `password` is a made-up one, which types itself on the password page."""

    password: str
    scenes: tuple[SceneEntry, ...]
    at: Marks = field(default=_NOWHERE, compare=False)


@dataclass(frozen=True)
class Slide:
    """One scene that is ready to be shown: where the practice stands, and what to say.

    `mark` is what is marked on the page, by its id; empty where nothing is.
    """

    id: str
    practice: Practice
    notes: str
    mark: str = ""


@dataclass(frozen=True)
class Order:
    """The slides of one scenario, in turn, and the password that is made up for them."""

    slides: tuple[Slide, ...]
    password: str


def read_order(
    text: str, file: str, world: World, scenario: Scenario
) -> tuple[Order, tuple[Problem, ...]]:
    """The running order of that scenario, and what of it cannot be played in this world.

    Told are the problems of all scenarios; a scene that has one is left out. Raises FilesNotSound
    where the file is not of this shape, or no scene is left.
    """
    told, problems = try_read(text, file, OrderFile)
    if told is None or problems:
        raise FilesNotSound(problems)
    plays = {one: _Play(world, one, file) for one in SCENARIOS}
    slides = {one: tuple(play.slides(told.scenes)) for one, play in plays.items()}
    found = {problem for play in plays.values() for problem in play.problems}
    found.update(_told_twice(told.scenes, file))
    found.update(_too_long(told.scenes, file))
    if not slides[scenario]:
        message = f"no scene is left to show for '{scenario}'"
        raise FilesNotSound({*found, _problem(file, told.at.of("scenes"), "K113", message)})
    return Order(slides[scenario], told.password), tuple(sorted(found))


def _told_twice(scenes: Iterable[SceneEntry], file: str) -> Iterator[Problem]:
    known: set[str] = set()
    for scene in scenes:
        if scene.scene in known:
            message = f"the scene '{scene.scene}' stands twice; give this one another name"
            yield _problem(file, scene.at.of("scene"), "K108", message)
        known.add(scene.scene)


def _too_long(scenes: Iterable[SceneEntry], file: str) -> Iterator[Problem]:
    for scene in scenes:
        count = len(scene.notes.split())
        if count > MOST_WORDS:
            message = f"notes of {count} words: the speaker's screen holds {MOST_WORDS}"
            yield _problem(file, scene.at.of("notes"), "K134", message)


def _problem(file: str, place: Place, code: str, message: str) -> Problem:
    return Problem(file, place.line, place.column, code, message)


class _Play:
    """Plays the scenes of one scenario, and notes what cannot be played."""

    def __init__(self, world: World, scenario: Scenario, file: str) -> None:
        self._world, self._scenario, self._file = world, scenario, file
        self.problems: list[Problem] = []

    def slides(self, scenes: Iterable[SceneEntry]) -> Iterator[Slide]:
        """Each scene that this scenario has. After one that cannot be played, those that go on from
        it are left out, too."""
        practice: Practice | None = None
        lost = False
        for scene in scenes:
            if scene.only and self._scenario not in scene.only:
                continue
            if scene.page is not None:
                practice, lost = at_place(self._world, scene.page, self._scenario), False
            elif practice is None and not lost:
                self._say(scene.at.place, "K113", "the first scene needs the key 'page'")
                lost = True
            practice = None if practice is None else self._touched(practice, scene)
            lost = lost or practice is None
            if practice is not None:
                yield Slide(scene.scene, practice, scene.notes, self._mark(practice, scene))

    def _touched(self, practice: Practice, scene: SceneEntry) -> Practice | None:
        for number, what in enumerate(scene.touch):
            after = touched(self._world, practice, what)
            if after is None:
                place = scene.at.keys.get(f"touch.{number}", scene.at.of("touch"))
                self._say_gone(place, practice, what)
                return None
            practice = after
        return practice

    def _mark(self, practice: Practice, scene: SceneEntry) -> str:
        """The id of what is marked."""
        if not scene.mark:
            return ""
        for chosen in (scene.mark, _by_kind(self._world, practice, scene.mark)):
            if chosen and touched(self._world, practice, chosen) is not None:
                return chosen
        self._say_gone(scene.at.of("mark"), practice, scene.mark)
        return ""

    def _say_gone(self, place: Place, practice: Practice, what: str) -> None:
        close = guess(what, sorted(self._to_touch(practice)))
        message = f"on the page '{practice.place}' there is no '{what[:40]}' to touch{close}"
        self._say(place, "K114", message)

    def _to_touch(self, practice: Practice) -> set[str]:
        """All that can be touched on that page."""
        names = {*_ALWAYS, *_ANSWERS, CLASS_WITH_MISSING, *get_args(MailKind), *_ids(self._world)}
        return {name for name in names if touched(self._world, practice, name) is not None}

    def _say(self, place: Place, code: str, message: str) -> None:
        self.problems.append(_problem(self._file, place, code, message))


def touched(world: World, practice: Practice, what: str) -> Practice | None:
    """The practice after a touch; None where there is no such thing, or where it would end."""
    for chosen in (what, _by_kind(world, practice, what)):
        after = practise(world, practice, Chosen(chosen)) if chosen else practice
        if after != practice and not after.ended:
            return after
    return None


def _by_kind(world: World, practice: Practice, what: str) -> str:
    """The id of the mail of that kind, or of a class of the student with something missing: of
    the one where it stands highest, for a class shows its newest work first."""
    if what != CLASS_WITH_MISSING:
        return next((mail.id for mail in world.mail if mail.kind == what != "other"), "")
    depths = [
        (depth, course.id)
        for course in world.student(practice.student).courses
        for depth, work in enumerate(reversed(course.works))
        if work.state == "missing"
    ]
    return min(depths)[1] if depths else ""


def _ids(world: World) -> Iterator[str]:
    for things in (world.mail, world.terms, world.letters, world.students):
        yield from (thing.id for thing in things)
    for student in world.students:
        yield from (course.id for course in student.courses)
