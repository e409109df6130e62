"""The portal of the practice: the student's page, and the page of one class."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.core.events import Chosen
from kiosk.core.scenes import CourseRow, Line, PortalBar, Report, Sheet, Standing, Twice, WorkRow
from kiosk.ui.kit import Kit
from kiosk.ui.practice.panel import Panel
from kiosk.ui.practice.press_panel import PressPanel, StillPanel
from kiosk.ui.practice.standing import StandingView, spoken
from kiosk.ui.practice.twice import PressTile, TwiceText
from kiosk.ui.theme import Role
from kiosk.ui.widgets.columns import Columns, Plan, Plans
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.tile_grid import TileGrid

# Millimetres, for each size of letters: large ones stand in one column sooner.
_CLASSES = (150.0, 150.0, 200.0, 200.0)
_BESIDE = (110.0, 110.0, 130.0, 130.0)


class Bar(QWidget):
    """The portal's name on the portal's colour, and at its end the student's year."""

    whole = True

    def __init__(self, portal: PortalBar, kit: Kit, year: Twice | None = None) -> None:
        super().__init__()
        self._fill, role = kit.theme.portal(portal.color)
        row = QHBoxLayout(self)
        side, above = kit.theme.px(4), kit.theme.px(2)
        row.setContentsMargins(side, above, side, above)
        row.addWidget(Text(portal.name, kit, "label", role), 1)
        words = (year.english, year.own) if year else ()
        for said in filter(None, words):
            row.addWidget(Text(said, kit, "small", role), 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), self._fill)


class ReportBody(QWidget):
    """Classes with their grades, then attendance and tests, then words to look up."""

    happened = Signal(object)
    spreads = True  # over the whole card

    def __init__(self, body: Report, kit: Kit) -> None:
        super().__init__()
        students = [
            PressTile(one, kit, self, checked=one.name.english == body.student)
            for one in body.students
        ]
        self._courses = [self._course(course, kit) for course in body.courses]
        classes, attendance, tests = body.heads
        main = (TwiceText(classes, kit), *self._courses)
        more = (
            _table(attendance, body.attendance, kit),
            _table(tests, body.tests, kit),
            TileGrid([PressTile(term, kit, self) for term in body.terms], kit, 2, high=13.0),
        )
        answers = TileGrid([PressTile(one, kit, self) for one in body.answers], kit, two_from=2)
        head = (Bar(body.portal, kit, body.year), TileGrid(students, kit, 2, 13.0))
        wide = Plan(above=head, left=(*main, answers), right=more)
        tall = Plan(above=(*head, *main, answers, *more))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        size = kit.theme.look.size
        plans = Plans(wide, wide, tall, _CLASSES[size], _BESIDE[size])
        column.addWidget(Columns(plans, kit))
        column.addStretch(1)

    def first_focus(self) -> QWidget:
        """The first class."""
        return self._courses[0]

    def _course(self, course: CourseRow, kit: Kit) -> PressPanel:
        words: list[QWidget] = [
            Text(course.name, kit, "label"),
            Text(course.teacher, kit, "small", Role.second_ink),
        ]
        if course.missing:
            words.append(TwiceText(course.missing, kit, "small"))
        name = f"{course.name}, {spoken(course.standing, course.percent)}"
        beside = StandingView(course.standing, kit, course.percent)
        panel = PressPanel(name, tuple(words), beside, kit)
        panel.clicked.connect(lambda: self.happened.emit(Chosen(course.id)))
        return panel


class SheetBody(QWidget):
    """One class: its grade, its teacher to touch, when grades were entered, and every work."""

    happened = Signal(object)
    spreads = True  # over the whole card

    def __init__(self, body: Sheet, kit: Kit) -> None:
        super().__init__()
        self._teacher = PressTile(body.teacher, kit, self)
        answers = TileGrid([PressTile(one, kit, self) for one in body.answers], kit)
        left = (
            StandingView(body.course.standing, kit, body.course.percent),
            TileGrid([self._teacher], kit),
            TwiceText(body.updated, kit, "small"),
            answers,
        )
        works = tuple(self._work(work, kit) for work in body.works)
        bar = Bar(body.portal, kit)
        wide = Plan(above=(bar,), left=left, right=works)
        tall = Plan(above=(bar, *left, *works))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Columns(Plans(wide, wide, tall, 88.0, 150.0), kit))
        column.addStretch(1)

    def first_focus(self) -> QWidget:
        """The teacher's name."""
        return self._teacher

    def _work(self, work: WorkRow, kit: Kit) -> QWidget:
        words = (
            Text(work.title, kit, "label"),
            Text(f"{work.when} \u00b7 {work.points}", kit, "small", Role.second_ink),
        )
        beside = StandingView(work.standing, kit)
        if not work.term:
            return StillPanel(words, beside, kit)
        panel = PressPanel(f"{work.title}, {spoken(work.standing)}", words, beside, kit)
        panel.clicked.connect(lambda: self.happened.emit(Chosen(work.term)))
        return panel


def _table(head: Twice, lines: tuple[Line, ...], kit: Kit) -> Panel:
    return Panel(kit, (TwiceText(head, kit), *_lines(lines, kit)), Role.card)


def _lines(lines: tuple[Line, ...], kit: Kit) -> Iterator[QWidget]:
    for line in lines:
        words: list[QWidget] = [TwiceText(line.name, kit, "small")]
        if line.when != line.name.english:
            words.append(Text(line.when, kit, "small", Role.second_ink))
        beside = StandingView(Standing(line.band, "", line.value), kit)
        yield StillPanel(tuple(words), beside, kit)
