"""Schools from a table: a CSV of a spreadsheet, or orgs.csv of OneRoster (1EdTech, version 1.1)."""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO

from kiosk.core.errors import KioskError
from kiosk.site.shapes import Hours, School

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "schoolid", "sourcedid", "code", "schoolcode", "number"),
    "name": ("name", "schoolname", "school"),
    "phone": ("phone", "phonenumber", "telephone", "tel", "officephone"),
    "email": ("email", "mail", "emailaddress", "officeemail"),
    "address": ("address", "street", "streetaddress"),
    "days": ("days", "officedays", "open"),
    "hours": ("hours", "officehours", "times"),
    "type": ("type", "orgtype"),
    "status": ("status",),
}
"""What each column may be called; capitals, spaces and signs do not count."""

_MOST_BYTES, _MOST_ROWS = 1_000_000, 500
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?\s*([ap])\.?\s*m\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Trouble:
    """What is off in one row, counted as a spreadsheet does: the heads are row 1."""

    row: int
    message: str

    def __str__(self) -> str:
        return f"Row {self.row}: {self.message}"


@dataclass(frozen=True)
class SchoolsTable:
    """The sound rows as schools, what is off in the others, and what staff should look at."""

    schools: tuple[School, ...]
    troubles: tuple[Trouble, ...]
    look_at: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Row:
    number: int
    cells: Mapping[str, str]
    troubles: list[Trouble] = field(default_factory=list)

    def cell(self, column: str) -> str:
        return self.cells.get(column, "")

    def say(self, message: str) -> None:
        self.troubles.append(Trouble(self.number, message))


def read_schools(content: bytes, known: Sequence[School]) -> SchoolsTable:
    """The schools of a table. `known` are those of the site file, the station's own one first.

    What the table has no column for is taken from the known school of that id; for a new school,
    phone and office hours from the first known one, and staff are told. Raises KioskError where
    this is no table of schools.
    """
    rows = list(_rows(_text(content)))
    made: dict[str, School] = {}
    look_at: list[str] = []
    by_id = {school.id: school for school in known}
    by_name = {school.name.casefold(): school.id for school in known}
    for row in rows:
        key = _id_of(row, by_name)
        former = by_id.get(key)
        school = _school(row, key, former or known[0], is_new=former is None)
        if key in made:
            row.say(f"'{key}' is the id of another row, too")
        elif not row.troubles:
            made[key] = school
            if former is None:
                look_at += _borrowed(row, school, known[0])
    if not rows:
        raise KioskError("There is no school in this table: only a row of heads.")
    return SchoolsTable(
        tuple(made.values()), tuple(one for row in rows for one in row.troubles), tuple(look_at)
    )


def new_school(name: str, known: Sequence[School]) -> School:
    """A school of that name, with phone and office hours of the first known one until they are
    changed. Raises KioskError where there is no name, or a school has it already."""
    if not name:
        raise KioskError("Type the school's name.")
    if name.casefold() in (school.name.casefold() for school in known):
        raise KioskError(f"There is a school '{name}' already.")
    ids = {school.id for school in known}
    wanted = _plain_id(name) or "school"
    numbered = (f"{wanted}_{number}" for number in range(2, len(ids) + 3))
    free = next(one for one in (wanted, *numbered) if one not in ids)
    return replace(known[0], id=free, name=name, email="", address="")


def written(school: School) -> dict[str, str | dict[str, str]]:
    """The school as it stands in a site file; what is empty is left out."""
    plain = {key: getattr(school, key) for key in ("id", "name", "phone", "email", "address")}
    office = {"days": school.office.days, "hours": school.office.hours}
    return {
        **{key: said for key, said in plain.items() if said or key == "phone"},
        "office": office,
    }


def _text(content: bytes) -> str:
    if len(content) > _MOST_BYTES:
        raise KioskError("This file is too large to be a table of schools.")
    marks = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
    # Spreadsheets on Windows write the letters of their own machine where nobody asks for UTF-8.
    for code in (marks.get(content[:2], "utf-8-sig"), "cp1252"):
        try:
            return content.decode(code)
        except UnicodeError:
            continue
    raise KioskError("This file is not text. Save the table as CSV, then choose that file.")


def _rows(text: str) -> Iterator[_Row]:
    first = text.split("\n", 1)[0]
    sign = max(",;\t", key=first.count)
    try:
        lines = list(csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error:
        said = "A quote is not closed, or a sign stands where it cannot be."
        raise KioskError(f"This table cannot be read. {said} Save it as CSV once more.") from None
    heads = [_column(cell) for cell in (lines[0] if lines else [])]
    if "name" not in heads:
        raise KioskError("The first row must name the columns, and one of them 'name'.")
    twice = next((head for head in heads if head and heads.count(head) > 1), "")
    if twice:
        raise KioskError(f"Two columns of this table are for '{twice}'. Take one of them out.")
    if len(lines) > _MOST_ROWS + 1:
        raise KioskError(f"This table has more than {_MOST_ROWS} schools. Take fewer at a time.")
    for number, cells in enumerate(lines[1:], start=2):
        named = {head: cell.strip() for head, cell in zip(heads, cells, strict=False) if head}
        if any(named.values()) and _is_school(named):
            yield _Row(number, named)


def _column(head: str) -> str:
    plain = re.sub(r"[\W_]", "", head).lower()
    return next((column for column, names in COLUMNS.items() if plain in names), "")


def _is_school(cells: Mapping[str, str]) -> bool:
    """Whether the row is a school that is open, not a district or one that is deleted."""
    kind, status = cells.get("type", "").lower(), cells.get("status", "").lower()
    return kind in ("", "school") and status not in ("tobedeleted", "inactive")


def _id_of(row: _Row, by_name: Mapping[str, str]) -> str:
    named = by_name.get(row.cell("name").casefold(), "")
    if named and not row.cell("id"):
        return named
    said = row.cell("id") or row.cell("name")
    return _plain_id(said) or f"school_{row.number}"


def _plain_id(said: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", said.lower()).strip("_")


def _school(row: _Row, key: str, like: School, *, is_new: bool) -> School:
    """The school of a row; what is off goes to the row's troubles."""
    base = replace(like, id=key, email="", address="") if is_new else like
    if not row.cell("name"):
        row.say("the name is missing")
    email = row.cell("email")
    if email and not _ADDRESS.fullmatch(email):
        row.say(f"'{email}' is not an address like office@example.org")
    if "phone" in row.cells and not row.cell("phone"):
        row.say("the phone is missing")
    return replace(
        base,
        name=row.cell("name") or base.name,
        phone=row.cell("phone") or base.phone,
        email=email or base.email,
        address=row.cell("address") or base.address,
        office=_office(row, base.office),
    )


def _office(row: _Row, usual: Hours) -> Hours:
    days = row.cell("days") or usual.days
    hours = _in_24_hours(row.cell("hours")) or usual.hours
    office = Hours(days=days, hours=hours)
    if office.weekdays() is None:
        row.say(f"'{days}' are not days like Mon-Fri, or Mon, Wed, Fri")
    if office.span() is None:
        row.say(f"'{row.cell('hours')}' are not hours like 7:30-15:30, in 24 hours")
    return office


def _in_24_hours(hours: str) -> str:
    """7:30 AM - 3:30 PM as 7:30-15:30; anything else as it is."""

    def clock(found: re.Match[str]) -> str:
        hour = int(found[1]) % 12 + (12 if found[3].lower() == "p" else 0)
        return f"{hour}:{found[2] or '00'}"

    if len(_CLOCK.findall(hours)) != 2:
        return hours
    return re.sub(r"\s*(-|\u2013|to)\s*", "-", _CLOCK.sub(clock, hours))


def _borrowed(row: _Row, school: School, like: School) -> Iterable[str]:
    lacks = [what for what in ("phone", "days", "hours") if not row.cell(what)]
    if lacks:
        named = ", ".join(lacks)
        yield f"{school.name}: taken from {like.name} until you change it: {named}."
