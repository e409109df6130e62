"""The site file: what a school may set, and what it is told when a value cannot be meant."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import FilesNotSound, Missing
from kiosk.core.words import ENGLISH
from kiosk.resources import Folders, read_text
from kiosk.site.reading import read_site
from kiosk.site.shapes import Hours, Site

SMALLEST = """\
site: lakeside
district: Lakeside Schools
portal: {name: Window, address: portal.example.org, sender: a@example.org, rules: summit}
schools:
  - {id: north, name: North, phone: 555, office: {days: Mon-Fri, hours: 8:00-15:30}}
  - {id: south, name: South, phone: 556, office: {days: "Tue, Thu", hours: 9:00-12:00}}
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "site.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems(folder: Path, text: str) -> list[str]:
    """The problems of a site file, without the name of the folder."""
    with pytest.raises(FilesNotSound) as unsound:
        read_site(written(folder, text))
    return [str(replace(one, file="site.yaml")) for one in unsound.value.problems]


def test_the_example_is_sound_and_stands_in_its_own_school() -> None:
    site = read_site(Folders.shipped().site)

    assert site.school_here().id == site.here
    assert len(site.schools) > 5


def test_what_is_left_out_has_a_value_that_works(tmp_path: Path) -> None:
    site = read_site(written(tmp_path, SMALLEST))

    assert site.school_here().id == "north"
    assert site.portal.sign_up == "Sign Up"
    assert (site.waits.reply_usual, site.waits.link_hours) == (5, 24)
    assert site.idle_limits().ask_after_seconds == 150
    assert (site.languages, site.student_domains) == (("en",), ())


def test_a_station_tells_when_to_ask_whether_somebody_is_there(tmp_path: Path) -> None:
    times = "station: {ask_after_seconds: 200, asking_seconds: 40, last_page_seconds: 60}\n"

    limits = read_site(written(tmp_path, SMALLEST + times)).idle_limits()

    assert (limits.ask_after_seconds, limits.asking_seconds) == (200, 40)
    assert limits.last_page_seconds == 60


@pytest.mark.parametrize(
    ("was", "is_now", "expected"),
    [
        (
            "sender: a@example.org",
            "sender: example.org",
            "3:53: K190 write the address the reply comes from, like a@example.org",
        ),
        (
            "address: portal.example.org",
            "address: the portal",
            "3:24: K190 write the portal's web address, like portal.example.org",
        ),
        ("id: north", "id: North", "5:6: K190 an id has small letters, digits and _ only"),
        (
            "district: L",
            "here: nroth\ndistrict: L",
            "2:1: K190 'nroth' is none of the schools' ids",
        ),
        (
            "days: Mon-Fri",
            "days: weekdays",
            "5:51: K190 write days like Mon-Fri, or Mon, Wed, Fri",
        ),
        (
            "hours: 8:00-15:30",
            "hours: 8-15",
            "5:66: K190 write hours like 7:30-15:30, in 24 hours",
        ),
        (
            "hours: 8:00-15:30",
            "hours: 15:30-8:00",
            "5:66: K190 write hours like 7:30-15:30, in 24 hours",
        ),
        (
            "hours: 8:00-15:30",
            "hours: 8:00-24:00",
            "5:66: K190 write hours like 7:30-15:30, in 24 hours",
        ),
        (
            "phone: 555,",
            "phone: 555, email: none,",
            "5:42: K190 write an address like office@example.org",
        ),
    ],
)
def test_a_value_that_cannot_be_meant_is_told_with_its_place(
    tmp_path: Path, was: str, is_now: str, expected: str
) -> None:
    told = problems(tmp_path, SMALLEST.replace(was, is_now))

    assert told == [f"site.yaml:{expected}"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("waits: {reply_usual: 0}", "K190 choose 1 or more"),
        ("waits: {link_hours: -1}", "K190 choose 1 or more"),
        (
            "waits: {reply_usual: 9, reply_longest: 5}",
            "K190 choose as many minutes as 'reply_usual', or more",
        ),
        ("station: {ask_after_seconds: 30}", "K190 choose 120 to 300 seconds (VVSG 2.0)"),
        ("station: {asking_seconds: 10}", "K190 choose 20 to 45 seconds (VVSG 2.0)"),
        ("station: {last_page_seconds: 5}", "K190 choose 15 to 120 seconds"),
        (
            "station: {px_per_mm: 96}",
            "K190 a screen has 1.5 to 20 pixels on a millimetre: measure it",
        ),
        ("statoin: {px_per_mm: 4}", "K112 unknown key 'statoin'; did you mean 'station'?"),
    ],
)
def test_a_number_that_would_hurt_a_family_is_told(
    tmp_path: Path, line: str, expected: str
) -> None:
    told = problems(tmp_path, f"{SMALLEST}{line}\n")

    assert [one.partition(" ")[2] for one in told] == [expected]
    assert told[0].startswith("site.yaml:7:")


def test_two_schools_of_one_id_are_both_told(tmp_path: Path) -> None:
    told = problems(tmp_path, SMALLEST.replace("id: south", "id: north"))

    assert told == [
        "site.yaml:5:6: K190 'north' is the id of two schools",
        "site.yaml:6:6: K190 'north' is the id of two schools",
    ]


def test_a_site_without_a_school_is_told(tmp_path: Path) -> None:
    text = SMALLEST.partition("schools:")[0] + "schools: []\n"

    told = problems(tmp_path, text)

    assert told == ["site.yaml:4:1: K190 name one school or more"]


def test_a_site_file_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Missing, match=r"no\.yaml is not there\. Look at its name"):
        read_site(tmp_path / "no.yaml")


@pytest.mark.parametrize(
    ("days", "open_on"),
    [
        ("Mon-Fri", {0, 1, 2, 3, 4}),
        ("mon \u2013 fri", {0, 1, 2, 3, 4}),
        ("Mon", {0}),
        ("Monday - Thursday", {0, 1, 2, 3}),
        ("Mon, Wed, Fri", {0, 2, 4}),
        ("Mon-Tue, Thu", {0, 1, 3}),
        ("Sat-Mon", {5, 6, 0}),
        ("Sun-Sat", {0, 1, 2, 3, 4, 5, 6}),
        ("weekdays", None),
        ("", None),
        ("Mon-Fri-Sun", None),
        ("Mon,", None),
    ],
)
def test_days_are_read_as_a_person_writes_them(days: str, open_on: set[int] | None) -> None:
    hours = Hours(days=days, hours="8:00-15:00")

    assert hours.weekdays() == open_on


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("7:30-15:30", "Mon-Fri, 7:30 am to 3:30 pm"),
        ("00:00-12:05", "Mon-Fri, 12:00 am to 12:05 pm"),
        ("09:05 \u2013 23:59", "Mon-Fri, 9:05 am to 11:59 pm"),
    ],
)
def test_hours_are_said_as_a_family_reads_them(hours: str, said: str) -> None:
    fact = Hours(days="Mon-Fri", hours=hours).as_fact()

    assert ENGLISH.shown(fact) == said


@given(st.times(), st.times())
def test_hours_open_before_they_close_or_are_no_hours(first, last) -> None:
    hours = Hours(days="Mon", hours=f"{first:%H:%M}-{last:%H:%M}")

    span = hours.span()

    before = (first.hour, first.minute) < (last.hour, last.minute)
    assert (span is not None) == before


def test_the_example_names_no_real_place(tmp_path: Path) -> None:
    text = read_text(Folders.shipped().site)
    site: Site = read_site(Folders.shipped().site)

    addresses = [site.portal.address, site.portal.sender, *site.student_domains]
    assert all(address.endswith(".example") for address in addresses)
    assert all(school.phone.startswith("555-01") for school in site.schools)
    assert "seattle" not in text.lower()


def test_the_keys_for_endings_are_the_usual_ones_or_those_a_school_names(tmp_path: Path) -> None:
    usual = read_site(written(tmp_path, SMALLEST)).mail_endings

    own = read_site(written(tmp_path, SMALLEST + "mail_endings: [gmail.com, mail.ru]\n"))

    assert "gmail.com" in usual
    assert own.mail_endings == ("gmail.com", "mail.ru")


def test_there_are_no_switches_where_none_are_named(tmp_path: Path) -> None:
    none = read_site(written(tmp_path, SMALLEST)).station.switches

    two = "station: {switches: {next: f7, press: enter}}\n"
    named = read_site(written(tmp_path, SMALLEST + two)).station.switches

    assert none is None
    assert named is not None
    assert (named.next, named.press) == ("f7", "enter")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "mail_endings: ['@gmail.com']",
            ":16: K190 write what stands after the @, like gmail.com",
        ),
        ("mail_endings: [a.org, gmail]", ":23: K190 write what stands after the @, like gmail.com"),
        ("mail_endings: [a.org, b.org, a.org]", ":30: K190 'a.org' stands here twice"),
        (
            "mail_endings: [a.org, b.org, c.org, d.org, e.org, f.org, g.org]",
            ":1: K190 name 6 or fewer: no more keys fit",
        ),
        (
            "station: {switches: {next: f7, press: f7}}",
            ":32: K190 choose two different keys",
        ),
    ],
)
def test_endings_and_switches_that_cannot_be_meant(
    tmp_path: Path, line: str, expected: str
) -> None:
    found = problems(tmp_path, f"{SMALLEST}{line}\n")

    assert found == [f"site.yaml:7{expected}"]


def test_a_key_that_no_switch_sends_is_told_with_those_it_may_send(tmp_path: Path) -> None:
    found = problems(tmp_path, SMALLEST + "station: {switches: {next: menu, press: enter}}\n")

    assert len(found) == 1
    assert "choose one of: tab, space, enter, left" in found[0]
