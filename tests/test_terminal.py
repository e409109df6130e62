"""A visit can be played by hand in a terminal, line by line, with the same core as the window."""

from collections.abc import Iterable

import pytest

from kiosk.core.cover.roads import Roads
from kiosk.core.machine import advance, begin
from kiosk.core.showing import view_of
from kiosk.core.words import ENGLISH
from kiosk.station import Station
from kiosk.terminal import WIDTH, Console, lines_of, play

TO_PRACTICE = ["1", "1", "1", "ana@gmail.com", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1"]
WEAK = "purple-lamp"
SOUND = "purple lamp reads slowly"


class Sitting:
    """A person at a terminal: says these lines one after the other, and sees what is written."""

    def __init__(self, lines: Iterable[str], secrets: Iterable[str] = ()) -> None:
        self._lines = iter(lines)
        self._secrets = iter(secrets)
        self.seen: list[str] = []

    def console(self) -> Console:
        return Console(self._read, self._read_secret, self.seen.append)

    def _read(self, prompt: str) -> str:
        self.seen.append(prompt)
        line = next(self._lines, None)
        if line is None:
            raise EOFError
        return line

    def _read_secret(self, prompt: str) -> str:
        self.seen.append(prompt)
        return next(self._secrets)

    @property
    def screen(self) -> str:
        return "\n".join(self.seen)


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (["3"], "X_STUDENT"),
        (["q"], "X_STOP"),
        (["?", "2"], "X_HELP"),
        (["1", "b", "3"], "X_STUDENT"),
        ([" 3 "], "X_STUDENT"),
        (["1", "1", "2", "3"], "X_NO_EMAIL"),
    ],
)
def test_a_visit_is_played_by_numbers_and_three_signs(
    station: Station, lines: list[str], end: str
) -> None:
    sitting = Sitting(lines)

    code = play(station, sitting.console())

    assert code == end
    assert f"[{end}]" in sitting.screen


@pytest.mark.parametrize("line", ["", "5", "0", "-1", "student", "9" * 6000, "\u0665", "1.0"])
def test_what_is_no_answer_is_asked_again_kindly(station: Station, line: str) -> None:
    sitting = Sitting([line, "3"])

    code = play(station, sitting.console())

    assert code == "X_STUDENT"
    assert sitting.screen.count("Please choose one of the numbers") == 1


def test_a_closed_terminal_is_not_taken_for_an_answer(station: Station) -> None:
    with pytest.raises(EOFError):
        play(station, Sitting(["1"]).console())


def test_a_refusal_stands_under_the_question(station: Station) -> None:
    sitting = Sitting(["1", "1", "1", "ana", "q"])

    play(station, sitting.console())

    assert "\u2192 An address has an @ in the middle" in sitting.screen


def test_a_list_is_picked_by_numbers_in_any_writing(station: Station) -> None:
    to_schools = ["1", "1", "1", "ana@gmail.com", "1", "1", "1", "2"]
    sitting = Sitting([*to_schools, "1", "1, 2, 99", "q"])

    play(station, sitting.console())

    assert "[2] North Lake High School" in sitting.screen
    assert "DOES CEDAR HILL MIDDLE SCHOOL HAVE THIS ADDRESS FOR YOU?" in sitting.screen
    assert sitting.screen.count("Please choose one of the numbers") == 1


def test_the_answers_beside_a_list_are_numbered_after_it(station: Station) -> None:
    to_schools = ["1", "1", "1", "ana@gmail.com", "1", "1", "1", "1"]
    count = len(station.site.schools)
    sitting = Sitting([*to_schools, str(count + 1), "2"])

    code = play(station, sitting.console())

    assert code == "X_OTHER_SCHOOL"


def test_an_empty_line_on_a_waiting_page_says_that_the_time_is_over(station: Station) -> None:
    to_wait = [*TO_PRACTICE[:-3], "2", "2", "2", "", "2", "", "q"]
    sitting = Sitting(to_wait)

    play(station, sitting.console())

    assert "(5 min)" in sitting.screen
    assert "PLEASE LOOK ONCE MORE. IS IT THERE?" in sitting.screen


def test_a_password_is_read_without_being_shown_and_each_rule_is_told(station: Station) -> None:
    sitting = Sitting([*TO_PRACTICE, "", "", "q"], secrets=[WEAK, SOUND])

    code = play(station, sitting.console())

    assert code == "X_STOP"
    assert "12 or more letters, numbers or signs 1 more to go" in sitting.screen
    assert "SAVE YOUR PASSWORD BEFORE YOU PRESS ENTER. HOW?" in sitting.screen
    assert WEAK not in sitting.screen
    assert SOUND not in sitting.screen


def test_whoever_made_a_password_elsewhere_goes_on_by_its_number(station: Station) -> None:
    sitting = Sitting([*TO_PRACTICE, "1", "q"])

    play(station, sitting.console())

    assert "SAVE YOUR PASSWORD BEFORE YOU PRESS ENTER. HOW?" in sitting.screen


def test_no_line_of_any_page_is_wider_than_the_terminal(station: Station, roads: Roads) -> None:
    wide: list[str] = []

    for road in [*roads.places.values(), *roads.steps.values()]:
        visit = begin(station.guide)
        for event in road:
            visit = advance(station.guide, visit, event)
        lines = lines_of(view_of(station.guide, visit, ENGLISH))
        wide += [line for line in lines if len(line) > WIDTH]

    assert wide == []


def test_every_page_shows_its_title_and_its_answers(station: Station, roads: Roads) -> None:
    for road in roads.places.values():
        visit = begin(station.guide)
        for event in road:
            visit = advance(station.guide, visit, event)
        view = view_of(station.guide, visit, ENGLISH)

        shown = " ".join("\n".join(lines_of(view)).split())

        assert view.page.title.upper() in shown
        answers = getattr(view.body, "answers", ())
        assert all(f"{answer.text}" in shown for answer in answers)
