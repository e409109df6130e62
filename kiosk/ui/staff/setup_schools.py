"""The pages of the set-up for the schools: the list, one school, and a table from a stick."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from kiosk.core.errors import KioskError
from kiosk.core.words import Counted
from kiosk.site.shapes import School, Site
from kiosk.staff.schools_table import SchoolsTable, new_school, read_schools, written
from kiosk.staff.site_file import Draft
from kiosk.staff.site_versions import content_of
from kiosk.staff.table_files import tables_in, usual_folders
from kiosk.ui.staff.setup_bench import Bench, Build, Page
from kiosk.ui.staff.setup_fields import LEAVE, Typing, editor, row_tiles
from kiosk.ui.staff.setup_topics import OFFICE_ROWS, SCHOOL_ROWS, Row
from kiosk.ui.widgets.button import Button

TITLE = "Schools"
_SAYS = "Families choose their schools from this list. Each school's office has a phone and hours."
_HERE = "School of this station: {name}"
_HERE_SAYS = "The school that this station stands in. Its name is on every page."
_ADD = "Add a school"
_ADD_SAYS = "Type its name. Phone and hours begin as those of {name}: change them on the next page."
_TABLE = "Take schools from a table"
_TABLE_SAYS = (
    "A CSV file with a row for each school and the heads id, name, phone, email, address, days, "
    "hours. The file orgs.csv of OneRoster will do, too. These are on sticks and in the home "
    "folder, the newest first."
)
_NO_TABLE = "There is no CSV file. Put a stick in, or save the table to the home folder."
_LOOK_AGAIN = "Look again"
_OUT = "Take this school out"
_TROUBLES = "Nothing was taken. This is off in the table:"
_TAKE_ALL = Counted("Take this school", "Take the {count} schools")
_TAKE_SOUND = Counted("Take the sound row only", "Take the {count} sound rows only")
_LOOK_AT = "Look at these afterwards:"
_NEW, _SAME = "new", "changes the school of that id"
_BACK = "Back to the schools"
_MOST_SAID = 12


def schools_page(bench: Bench) -> Page:
    """All schools, and the ways to change the list."""
    page = Page(bench, TITLE, _SAYS)
    site = bench.site()
    schools = site.schools if site else ()
    if site and schools:
        here = _HERE.format(name=site.school_here().name)
        page.tiles([page.tile(here, "", "home", _choose_here(site))])
    page.tiles(
        [
            page.tile(school.name, f"{school.phone} \u00b7 {school.office.hours}", "school", one(n))
            for n, school in enumerate(schools)
        ]
    )
    page.tiles(
        [page.tile(_ADD, "", "plus", add_page), page.tile(_TABLE, "", "folder", tables_page)]
    )
    return page.end()


def _choose_here(site: Site) -> Build:
    choices = tuple((school.id, school.name) for school in site.schools)
    return editor(Row(("here",), _HERE_SAYS, "choice", choices), schools_page)


def one(number: int) -> Build:
    """The page of that school."""

    def build(bench: Bench) -> Page:
        site = bench.site()
        if site is None or number >= len(site.schools):
            return schools_page(bench)
        page = Page(bench, site.schools[number].name)
        rows = [Row(("schools", number, key), says) for key, says in SCHOOL_ROWS]
        rows += [Row(("schools", number, "office", key), says) for key, says in OFFICE_ROWS]
        page.tiles(row_tiles(page, tuple(rows), build))
        note = page.note("")
        note.hide()

        def take_out() -> None:
            said = bench.tried(lambda draft: draft.take_out(("schools", number)))
            note.say(said)
            note.setVisible(bool(said))
            if not said:
                bench.go(schools_page)

        page.ways(page.button(_OUT, take_out, "trash"), _back(page, schools_page))
        return page.end()

    return build


def add_page(bench: Bench) -> Page:
    """Types the name of a new school; phone and hours are those of the station's own at first."""
    site = bench.site()
    page = Page(bench, _ADD)
    if site is None or not site.schools:
        return page.end()
    page.say(_ADD_SAYS.format(name=site.school_here().name))

    def take(name: str) -> str:
        try:
            school = new_school(name, _own_first(site))
        except KioskError as trouble:
            return str(trouble)
        said = bench.tried(lambda draft: draft.add(("schools",), [written(school)]))
        if not said:
            bench.go(one(len(site.schools)))
        return said

    page.ask(Typing(_ADD, "", bench.kit, take))
    page.ways(_back(page, schools_page))
    return page.end()


def tables_page(bench: Bench) -> Page:
    """The tables that there are, as a plain list: no dialog of the system's."""
    page = Page(bench, _TABLE, _TABLE_SAYS)
    files = tables_in(usual_folders(bench.home))
    page.tiles([page.tile(file.name, _where(file), "paper", table_page(file)) for file in files])
    if not files:
        page.note(_NO_TABLE)
    again = page.button(_LOOK_AGAIN, lambda: bench.go(tables_page), "repeat")
    page.ways(again, _back(page, schools_page))
    return page.end()


def _where(file: Path) -> str:
    # The machine's own time, as its file lists show it.
    moment = datetime.fromtimestamp(file.stat().st_mtime)  # noqa: DTZ006
    return f"{file.parent} \u00b7 {moment:%d %b %Y, %H:%M}"


def table_page(file: Path) -> Build:
    """What is in that table, and the ways to take it."""

    def build(bench: Bench) -> Page:
        page = Page(bench, file.name)
        site = bench.site()
        try:
            known = _own_first(site)
            table = read_schools(content_of(file), known)
        except KioskError as trouble:
            page.note(str(trouble))
            page.ways(_back(page, tables_page))
            return page.end()
        _tell(page, table, {school.id for school in known})
        words = _TAKE_SOUND if table.troubles else _TAKE_ALL
        if table.schools:
            take = _taking(bench, page, table)
            page.ways(page.button(words.of(len(table.schools)), take, "yes"))
        page.ways(_back(page, tables_page))
        return page.end()

    return build


def _own_first(site: Site | None) -> tuple[School, ...]:
    if site is None or not site.schools:
        raise KioskError("The site file must name one school before a table can be taken.")
    here = site.school_here()
    return (here, *(school for school in site.schools if school is not here))


def _tell(page: Page, table: SchoolsTable, known: set[str]) -> None:
    if table.troubles:
        page.note("\n".join([_TROUBLES, *_few([str(one) for one in table.troubles])]))
    names = [f"{one.name} ({_SAME if one.id in known else _NEW})" for one in table.schools]
    for line in _few(names):
        page.say(line)
    if table.look_at:
        page.note("\n".join([_LOOK_AT, *_few(list(table.look_at))]))


def _few(lines: list[str]) -> list[str]:
    rest = len(lines) - _MOST_SAID
    return lines if rest <= 0 else [*lines[:_MOST_SAID], f"and {rest} more"]


def _taking(bench: Bench, page: Page, table: SchoolsTable) -> Callable[[], None]:
    def put(draft: Draft) -> Draft:
        return draft.put_schools(table.schools)

    def take() -> None:
        said = bench.tried(put)
        if said:
            page.note(said)
        else:
            bench.go(schools_page)

    return take


def _back(page: Page, to: Build) -> Button:
    words = _BACK if to is schools_page else LEAVE
    return page.button(words, lambda: page.bench.go(to), "back")
