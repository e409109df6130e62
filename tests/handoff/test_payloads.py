"""What the codes hold: read back by the rules of each form, not by the words that wrote it."""

import re
from datetime import UTC, date, datetime, time
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.codes import Code
from kiosk.handoff.calendar import Reminder, for_a_camera
from kiosk.handoff.matrix import TooLong, matrix_of
from kiosk.handoff.payloads import MOST_VERSION, next_steps, office, portal, remind, wifi

STAMP = datetime(2026, 10, 5, 17, tzinfo=UTC)
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=60)


@pytest.mark.parametrize(
    ("given_address", "text", "line"),
    [
        ("ps.example.org/public", "https://ps.example.org/public", "ps.example.org/public"),
        ("https://ps.example.org/", "https://ps.example.org/", "ps.example.org"),
        ("HTTPS://ps.example.org", "HTTPS://ps.example.org", "ps.example.org"),
        ("http://ps.example.org/", "http://ps.example.org/", "http://ps.example.org"),
        (" example.org:8080/a ", "https://example.org:8080/a", "example.org:8080/a"),
        ("example.org/?to=https://b.org", "https://example.org/?to=https://b.org", "example.org/?to=https://b.org"),
    ],
)  # fmt: skip
def test_the_portal_opens_by_its_scheme_and_is_typed_without_it(given_address, text, line):
    code = portal(given_address)

    assert code == Code(text, line)


def letter(code: Code) -> tuple[str, str, str]:
    """To whom, subject and body, as a mail program reads them (RFC 6068)."""
    link = urlsplit(code.text)
    fields = dict(field.split("=", 1) for field in link.query.split("&"))
    return unquote(link.path), unquote(fields["subject"]), unquote(fields["body"])


@given(WORDS, st.lists(WORDS, min_size=1, max_size=4))
def test_a_letter_to_the_office_arrives_as_it_was_written(subject, lines):
    lines = [*lines, "End"]

    code = office("front.office+1@example.org", subject, "\n".join(lines))

    assert letter(code) == ("front.office+1@example.org", subject, "\r\n".join(lines))
    assert re.fullmatch(r"mailto:[\w.+@%-]+\?[\w.~%=&-]*", code.text, re.ASCII)
    assert code.line == "front.office+1@example.org"


def test_a_new_line_in_a_letter_is_one_that_every_mail_program_knows():
    code = office("office@example.org", "Hi & bye", "One\nTwo")

    assert code.text == "mailto:office@example.org?subject=Hi%20%26%20bye&body=One%0D%0ATwo"


def network(text: str) -> dict[str, str]:
    """The fields of a WIFI: text, read sign by sign as a phone does."""
    fields, key, value, signs = {}, "", "", iter(text.removeprefix("WIFI:"))
    for sign in signs:
        if sign == "\\":
            value += next(signs)
        elif sign == ":" and not key:
            key, value = value, ""
        elif sign == ";":
            fields[key] = value
            key = value = ""
        else:
            value += sign
    return fields


@given(st.text(min_size=1, max_size=32), st.text(min_size=8, max_size=63), st.booleans())
def test_a_network_keeps_every_sign_of_its_name_and_its_password(name, password, hidden):
    code = wifi(name, password, hidden=hidden)

    fields = network(code.text)

    unseen = {"H": "true"} if hidden else {}
    assert fields == {"T": "WPA", "S": name, "P": password, **unseen, "": ""}


def test_signs_that_part_the_fields_of_a_network_are_escaped():
    code = wifi('a;b,c:d"e\\f', "12345678")

    assert code.text == 'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:12345678;;'


def test_an_open_network_has_no_password_in_its_code_nor_under_it():
    code = wifi("Cedar Hill Guest", "left over", "nopass")

    assert code == Code("WIFI:T:nopass;S:Cedar Hill Guest;;", "Cedar Hill Guest")


def test_a_network_is_joined_by_hand_from_the_words_under_its_code():
    code = wifi("Cedar Hill Guest", "river yellow")

    assert code.line == "Cedar Hill Guest\nriver yellow"


def test_next_steps_are_numbered_and_end_with_the_school():
    code = next_steps("What to do next", ["Open your mail", "Sign in"], "School: 206-555-0100")

    assert code.text == ("What to do next\n1. Open your mail\n2. Sign in\nSchool: 206-555-0100")


STEPS = st.lists(st.text("abcዓበж ", min_size=20, max_size=90), min_size=4, max_size=8)


@given(STEPS)
def test_steps_that_do_not_fit_are_left_out_whole_and_the_school_stays(steps):
    numbered = [f"{number}. {step}" for number, step in enumerate(steps, 1)]

    lines = next_steps("Next", steps, "Call 206-555-0100").text.split("\n")

    kept = [line for line in lines[1:-1] if line != "…"]
    assert (lines[0], lines[-1]) == ("Next", "Call 206-555-0100")
    assert kept == numbered[: len(kept)]
    assert ("…" in lines) == (len(kept) < len(numbered))
    assert len(matrix_of("\n".join(lines))) <= 17 + 4 * MOST_VERSION


def test_no_more_steps_are_left_out_than_must_be():
    steps = ["a" * 90] * 6

    lines = next_steps("Next", steps, "Call 206-555-0100").text.split("\n")

    kept = [f"{number}. {steps[0]}" for number in range(1, 5)]
    assert lines == ["Next", *kept, "…", "Call 206-555-0100"]


def test_a_step_that_is_too_long_for_any_code_is_said_to_whoever_wrote_it():
    with pytest.raises(TooLong) as told:
        next_steps("Next", ["a" * 413])

    assert "412" in str(told.value)


def test_a_reminder_is_a_code_with_nothing_to_type():
    reminder = Reminder(0, time(18), "America/Los_Angeles", "Look at grades", url="https://a.org")

    code = remind(reminder, date(2026, 10, 5), STAMP)

    assert code == Code(for_a_camera(reminder, date(2026, 10, 5), STAMP))
