"""The calendar of the days one will look: no name is broken, a marked day is told by a ring."""

from itertools import product

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QColor

from kiosk.core.codes import Weeks
from kiosk.core.view import Choice, View
from kiosk.ui.house import house_of
from kiosk.ui.theme import SIZES, THEMES, Look, contrast
from kiosk.ui.widgets.month import WeekRow, WeeksWidget
from kiosk.ui.window import Window
from tests.ui.clipping import settle
from tests.ui.finding import STAGES, place_of
from tests.ui.home_pages import every_home_page, picture_of

DAYS = "take_home/my_days"
LEAST_FOR_MARKS = 3
BEYOND_WORDS = 0.65  # of the way from the middle of a cell to its edge


@pytest.fixture(scope="module")
def days(station, tmp_path_factory):
    """The page in each language."""
    records = tmp_path_factory.mktemp("records")
    pages = {code: every_home_page(station, records, code) for code in station.words}
    return {
        code: next(view for view in views if view.page.place == DAYS)
        for code, views in pages.items()
    }


@pytest.fixture
def shows(open_window, station):
    """Shows such a page on a stage, in a size and a theme."""

    def shown(view: View, stage="laptop", size=1, theme="warm") -> WeeksWidget:
        density = station.site.station.px_per_mm
        look = Look(theme=theme, size=size, px_per_mm=density, motion=False)
        window = open_window(STAGES[stage], look, house_of(station))
        window.show_view(view)
        settle()
        found = window.findChild(WeeksWidget)
        assert isinstance(found, WeeksWidget)
        return found

    return shown


def weeks_of(view: View) -> Weeks:
    assert isinstance(view.body, Choice)
    assert isinstance(view.body.code, Weeks)
    return view.body.code


def broken(calendar: WeeksWidget) -> list[str]:
    """The days and names that are wider than their column."""
    rows = calendar.findChildren(WeekRow)
    return [
        line._layout.text()
        for row in rows
        for line in row._lines
        if len(row._lines) > 1 and line.natural_width() > row.width() / len(row._lines)
    ]


@pytest.mark.parametrize(("stage", "size"), [*product(STAGES, SIZES)])
def test_no_name_of_a_day_is_broken_in_any_language(days, shows, stage, size):
    found = {code: broken(shows(view, stage, size)) for code, view in days.items()}

    assert found == {code: [] for code in days}
    assert len(found) > 10


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("theme", THEMES)
def test_a_marked_day_stands_in_a_ring_in_every_theme(days, shows, theme, language):
    calendar = shows(days[language], theme=theme)
    marked = [
        (row, column)
        for row, week in enumerate(weeks_of(days[language]).days)
        for column, day in enumerate(week)
        if day.startswith("*")
    ]

    ringed = ringed_days(calendar, language)

    assert len(marked) == 4
    assert ringed == marked


def ringed_days(calendar: WeeksWidget, language: str) -> list[tuple[int, int]]:
    """Row and column, thought from where one begins to read, of each cell with a ring: its colour
    stands at the left, the right, the top and the bottom of the cell's middle."""
    window = calendar.window()
    assert isinstance(window, Window)
    picture = picture_of(window)
    ground = QColor(picture.pixel(place_of(calendar, window).topLeft()))
    weeks = calendar.findChildren(WeekRow)[2:]
    found = []
    for number, row in enumerate(weeks):
        place = place_of(row, window)
        for column in range(7):
            at = 6 - column if language == "ar" else column
            wide = place.width() / 7
            cell = QRect(round(place.x() + at * wide), place.y(), round(wide), place.height())
            if all(line_between(picture, ground, cell, way) for way in WAYS):
                found.append((number, column))
    return found


WAYS = (QPoint(-1, 0), QPoint(1, 0), QPoint(0, -1), QPoint(0, 1))


def line_between(picture, ground: QColor, cell: QRect, way: QPoint) -> bool:
    """Whether something that stands out is near the edge of the cell on that side."""
    reach = (cell.width() if way.x() else cell.height()) // 2
    near = [cell.center() + way * step for step in range(round(reach * BEYOND_WORDS), reach + 1)]
    colors = [QColor(picture.pixel(at)) for at in near]
    return any(contrast(color, ground) >= LEAST_FOR_MARKS for color in colors)


def test_a_reader_hears_the_days_and_no_more(days, shows):
    calendar = shows(days["en"])

    heard = QAccessible.queryAccessibleInterface(calendar).text(QAccessible.Text.Name)

    assert heard == weeks_of(days["en"]).told
    assert heard.startswith("Mon, Nov 30")


def test_the_first_letters_stand_where_the_names_have_no_room(days, shows):
    arabic = weeks_of(days["ar"])

    wide, narrow = (shows(days["ar"], stage) for stage in ("tall", "laptop"))

    assert heads_of(wide) == list(arabic.heads)
    assert heads_of(narrow) == list(arabic.initials)


def heads_of(calendar: WeeksWidget) -> list[str]:
    return [line._layout.text() for line in calendar.findChildren(WeekRow)[1]._lines]
