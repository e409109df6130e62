"""Schools from a table: any order of columns, forgiving heads, every problem with its row."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.errors import KioskError
from kiosk.resources import Folders
from kiosk.site.reading import read_site
from kiosk.site.shapes import Hours, School
from kiosk.staff.schools_table import SchoolsTable, read_schools
from kiosk.staff.site_file import begun

EXAMPLE = Folders.shipped().site
KNOWN = read_site(EXAMPLE).schools


def read(table: str) -> SchoolsTable:
    return read_schools(table.encode(), KNOWN)


def test_a_row_is_a_school_whatever_the_order_and_the_names_of_the_columns() -> None:
    table = read(
        "Office Hours;E-Mail;School Name;Days;Phone Number;Street;School ID;Mascot\n"
        "8:00 AM - 3:30 PM;office@pine.example;Pine Ridge;Mon-Fri;555-0171;4 Pine;Pine-Ridge;Owl\n"
    )

    assert table.troubles == ()
    assert table.schools == (
        School(
            id="pine_ridge",
            name="Pine Ridge",
            phone="555-0171",
            email="office@pine.example",
            address="4 Pine",
            office=Hours(days="Mon-Fri", hours="8:00-15:30"),
        ),
    )


def test_every_problem_is_told_with_its_row_and_the_sound_rows_are_there() -> None:
    table = read(
        "id,name,phone,email,days,hours\n"
        "a,,555-0100,,Mon-Fri,8:00-15:00\n"
        "b,B,555-0101,nobody,weekdays,8-15\n"
        "\n"
        "c,C,555-0102,,Mon-Fri,8:00-15:00\n"
        "C,Twin,555-0103,,Mon-Fri,8:00-15:00\n"
        "d,D,,,Mon-Fri,8:00-15:00\n"
    )

    assert [str(one) for one in table.troubles] == [
        "Row 2: the name is missing",
        "Row 3: 'nobody' is not an address like office@example.org",
        "Row 3: 'weekdays' are not days like Mon-Fri, or Mon, Wed, Fri",
        "Row 3: '8-15' are not hours like 7:30-15:30, in 24 hours",
        "Row 6: 'c' is the id of another row, too",
        "Row 7: the phone is missing",
    ]
    assert [school.name for school in table.schools] == ["C"]


def test_orgs_of_oneroster_give_their_schools_and_staff_is_told_what_is_not_in_them() -> None:
    table = read(
        "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\n"
        "d-1,active,2026-08-01,Cedar Valley,district,9,\n"
        "A7F-22,active,2026-08-01,Pine Ridge,school,10,d-1\n"
        "A7F-23,tobedeleted,2026-08-01,Old Mill,school,11,d-1\n"
    )

    assert [(one.id, one.name, one.phone) for one in table.schools] == [
        ("a7f_22", "Pine Ridge", "555-0142")
    ]
    assert table.look_at == (
        "Pine Ridge: taken from Cedar Hill Middle School until you change it: phone, days, hours.",
    )


def test_a_table_without_ids_knows_a_school_by_its_name() -> None:
    table = read("name,phone\nnorth lake HIGH school,555-0999\n")

    assert [one.id for one in table.schools] == ["north_lake"]


def test_a_school_that_is_known_keeps_what_the_table_does_not_tell() -> None:
    table = read("id,name,phone\nnorth_lake,North Lake High School,555-0999\n")

    north = next(one for one in KNOWN if one.id == "north_lake")
    assert table.look_at == ()
    assert table.schools[0].email == north.email
    assert table.schools[0].office == north.office
    assert table.schools[0].phone == "555-0999"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "one of them 'name'"),
        (b"phone,hours\n1,2\n", "one of them 'name'"),
        (b"name,phone\n", "no school in this table"),
        (b"name,School Name\na,b\n", "Two columns of this table are for 'name'"),
        (b'name\n"a\n', "cannot be read"),
        (b"name\n" + b"a\n" * 501, "more than 500 schools"),
        (b"x" * 1_000_001, "too large"),
        (b"\x81\x8d\x8f", "not text"),
    ],
)
def test_what_is_no_table_of_schools_is_told_in_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(KioskError, match=said):
        read_schools(content, KNOWN)


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_may_come_from_any_spreadsheet(code: str) -> None:
    content = "name,phone,days,hours\nÉcole Müller,1,Mon-Fri,8:00-9:00\n".encode(code)

    table = read_schools(content, KNOWN)

    assert table.schools[0].name == "École Müller"


def test_taken_schools_change_their_own_lines_only() -> None:
    draft = begun(EXAMPLE)
    table = read(
        "id,name,phone,email\n"
        "eastview,Eastview High School,555-0999,east@example.org\n"
        "pine,Pine,555-0171,\n"
    )

    taken = draft.put_schools(table.schools)

    assert taken.changes() == (
        "Phone of Eastview High School: 555-0125 -> 555-0999",
        "Email of Eastview High School: nothing -> east@example.org",
        "New school: Pine",
    )
    assert len(taken.lines()) == 7
    assert taken.read()[1] == ()


@settings(max_examples=150, deadline=None)
@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda said: f"name,id\n{said}".encode())
)
def test_any_file_gives_sound_schools_or_a_sentence(content: bytes) -> None:
    try:
        table = read_schools(content, KNOWN)
    except KioskError as trouble:
        table, said = SchoolsTable((), ()), str(trouble)
    else:
        said = "read"

    assert said
    assert all(one.name and one.office.span() for one in table.schools)
    assert len({one.id for one in table.schools}) == len(table.schools)
