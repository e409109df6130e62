"""The reminder, read by two parsers that are not ours, and followed when the clocks change."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Alarm, Calendar, Event

from kiosk.core.errors import Missing
from kiosk.handoff.calendar import Reminder, calendar_file, first_day, for_a_camera
from kiosk.handoff.matrix import matrix_of
from tests.handoff.reading import in_a_calendar, strictly, zone_of_its_own
from tests.handoff.scanning import scan_of_squares

HERE = "America/Los_Angeles"
PORTAL = "https://ps.example.org/public/"
TODAY = date(2026, 10, 5)  # a Monday
STAMP = datetime(2026, 10, 5, 17, 30, tzinfo=UTC)
AMHARIC = "የልጅዎን ውጤት ይመልከቱ"
ARABIC = "انظر إلى درجات طفلك، من فضلك"
TITLES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120)


def reminder(title: str = "Look at the grades", **parts) -> Reminder:
    return Reminder(
        **{"weekday": 0, "at": time(18), "zone": HERE, "url": PORTAL, **parts}, title=title
    )


def file_of(one: Reminder, today: date = TODAY) -> bytes:
    return calendar_file(one, today, STAMP)


def camera_of(one: Reminder, today: date = TODAY) -> str:
    return for_a_camera(one, today, STAMP)


def event_of(one: Reminder, today: date = TODAY) -> Event:
    """The one event of the file, as icalendar reads it."""
    (event,) = Calendar.from_ical(file_of(one, today)).walk("VEVENT")
    assert isinstance(event, Event)
    return event


def occurrences(one: Reminder, count: int, today: date = TODAY) -> list[datetime]:
    """The first times it reminds, by a reader that knows no zone but the one in the file."""
    event = strictly(zone_of_its_own(file_of(one, today).decode(), HERE)).vevent
    return list(event.getrruleset(addRDate=True)[:count])


@pytest.mark.parametrize(
    ("change", "before", "after"),
    [
        (date(2026, 11, 1), timedelta(hours=-7), timedelta(hours=-8)),
        (date(2027, 3, 14), timedelta(hours=-8), timedelta(hours=-7)),
    ],
)
@pytest.mark.parametrize("weekday", range(7))
def test_six_in_the_evening_stays_so_when_the_clocks_change(change, before, after, weekday):
    one = reminder(weekday=weekday)

    times = occurrences(one, 8, change - timedelta(days=29))

    assert {moment.time() for moment in times} == {time(18)}
    for moment in times:
        assert moment.utcoffset() == (before if moment.date() < change else after)
    assert min(times).date() < change < max(times).date()


def test_a_calendar_that_knows_no_zones_by_name_finds_the_same_moments_as_one_that_does():
    one = reminder(weekday=6, at=time(9, 30))

    by_file = occurrences(one, 60)

    days = rrulestr("FREQ=WEEKLY", dtstart=datetime.combine(date(2026, 10, 11), one.at))
    by_name = [day.replace(tzinfo=ZoneInfo(HERE)) for day in days[:60]]
    assert [moment.astimezone(UTC) for moment in by_file] == [m.astimezone(UTC) for m in by_name]


def test_the_camera_s_form_floats_so_that_the_phone_keeps_the_hour():
    event = strictly(in_a_calendar(camera_of(reminder()))).vevent

    times = list(event.getrruleset(addRDate=True)[:30])

    assert times[0] == datetime.combine(date(2026, 10, 12), time(18))
    assert {(moment.time(), moment.tzinfo) for moment in times} == {(time(18), None)}
    assert max(times).date() > date(2027, 3, 14)


@pytest.mark.parametrize("weeks", [1, 2])
def test_it_comes_every_week_or_every_other_week_on_the_chosen_day(weeks):
    times = occurrences(reminder(weekday=3, every_weeks=weeks), 5)

    assert [moment.date() for moment in times] == [
        date(2026, 10, 8) + timedelta(weeks=weeks * number) for number in range(5)
    ]


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 6))
def test_the_first_day_is_the_next_such_day_and_never_today(today, weekday):
    first = first_day(reminder(weekday=weekday), today)

    assert first.weekday() == weekday
    assert timedelta(days=1) <= first - today <= timedelta(days=7)


@pytest.mark.parametrize("title", [AMHARIC, ARABIC, "Grades; news, and\nmail \\ more", "x" * 200])
def test_both_parsers_read_the_words_that_were_given(title):
    one = reminder(title, note="Sit down together, five minutes.\nAsk one thing; listen.")

    event, seconds = event_of(one), strictly(file_of(one).decode()).vevent

    words = (title, f"{one.note}\n{PORTAL}", PORTAL)
    assert (str(event["summary"]), str(event["description"]), str(event["url"])) == words
    assert (seconds.summary.value, seconds.description.value, seconds.url.value) == words


@given(TITLES)
def test_any_title_comes_back_whole_from_both_forms(title):
    one = reminder(title)

    bare = Event.from_ical(camera_of(one))

    assert event_of(one)["summary"] == bare["summary"] == title
    assert strictly(file_of(one).decode()).vevent.summary.value == title
    assert strictly(in_a_calendar(camera_of(one))).vevent.summary.value == title


@given(TITLES)
def test_no_line_of_the_file_is_longer_than_75_octets_nor_cut_inside_a_letter(title):
    lines = file_of(reminder(title, note=title)).split(b"\r\n")

    assert all(len(line) <= 75 for line in lines)
    assert all(line.decode() is not None for line in lines)
    assert lines[-1] == b""


def test_commas_semicolons_and_new_lines_are_escaped():
    text = file_of(reminder("One, two; three\nfour")).decode()

    assert "\r\nSUMMARY:One\\, two\\; three\\nfour\r\n" in text


def test_signs_that_no_calendar_takes_are_left_out_of_a_title():
    one = reminder("Grades\x00\x07 \x1band\r\nnews")

    read = strictly(file_of(one).decode()).vevent.summary.value

    assert read == "Grades and\nnews"


@pytest.mark.parametrize("form", [file_of, lambda one: camera_of(one).encode()])
def test_it_rings_when_it_begins(form):
    (alarm,) = Event.from_ical(form(reminder())).walk("VALARM")

    assert isinstance(alarm, Alarm)
    assert (alarm["action"], alarm.TRIGGER) == ("DISPLAY", timedelta(0))
    assert alarm["description"]


def test_the_same_reminder_scanned_in_another_week_is_the_same_event():
    one = reminder()

    names = {
        str(event["uid"])
        for event in (
            event_of(one),
            event_of(one, TODAY + timedelta(days=9)),
            Event.from_ical(camera_of(one)),
        )
    }

    assert names == {"1b8a1b6f57a6ce65"}


@pytest.mark.parametrize(
    "other", [{"weekday": 1}, {"at": time(19)}, {"every_weeks": 2}, {"url": "https://b.org"}]
)
def test_another_day_hour_or_portal_is_another_event(other):
    names = {str(event_of(one)["uid"]) for one in (reminder(), reminder(**other))}

    assert len(names) == 2


def test_the_time_of_making_is_what_was_handed_in():
    stamp = event_of(reminder()).DTSTAMP

    assert stamp == STAMP


@pytest.mark.parametrize("title", ["Look at the grades", AMHARIC, ARABIC])
def test_the_camera_s_form_is_one_event_that_fits_a_page(title):
    text = camera_of(reminder(title))

    found = scan_of_squares(matrix_of(text))

    assert found.text == text
    assert text.startswith("BEGIN:VEVENT\r\n")
    assert text.endswith("\r\nEND:VEVENT")
    assert len(matrix_of(text)) <= 77


def test_readers_that_look_for_few_lines_find_them_whole():
    lines = camera_of(reminder(AMHARIC * 3)).split("\r\n")

    fields = dict(line.split(":", 1) for line in lines[: lines.index("BEGIN:VALARM")])

    assert fields["SUMMARY"] == AMHARIC * 3
    assert fields["DESCRIPTION"] == PORTAL
    assert (fields["DTSTART"], fields["DTEND"]) == ("20261012T180000", "20261012T181500")


def test_without_a_portal_there_is_no_empty_line_for_it():
    one = reminder(url="")

    texts = (file_of(one).decode(), camera_of(one))

    assert all("URL" not in text for text in texts)
    assert all("DESCRIPTION:\r\n" not in text for text in texts)


def test_a_time_zone_that_nobody_knows_is_named():
    with pytest.raises(Missing) as told:
        file_of(reminder(zone="America/Seattle"))

    assert "America/Seattle" in str(told.value)


@pytest.mark.parametrize(
    "parts", [{"weekday": 7}, {"weekday": -1}, {"every_weeks": 3}, {"at": time(18, tzinfo=UTC)}]
)
def test_a_day_or_a_rhythm_that_is_none_is_refused(parts):
    with pytest.raises(ValueError, match="a reminder has"):
        reminder(**parts)
