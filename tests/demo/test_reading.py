"""A district's own practice: what is sound is shown, the rest is told, and stand-ins are shown."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.core.errors import Problem
from kiosk.demo.reading import demo_folder, read_demo, read_world, shipped_demo
from kiosk.demo.world import World
from kiosk.resources import flows_dir, read_text
from kiosk.site.reading import read_site
from kiosk.site.shapes import Demo
from tests.demo.touring import SITE, TODAY, world_on

ANA = """\
student: ana
name: Ana Example
year: Grade 6
school: Practice School
now: {week: 12}
courses:
  - id: math
    name: Math 6
    teacher: Ms. Primrose
    works:
      - {due: 3 Tue, title: Chapter 1 quiz, points: 20, got: 17}
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A district's own folder: the shipped files, and one student more."""
    for name in ("words.yaml", "mail.yaml"):
        (tmp_path / name).write_text(read_text(shipped_demo() / name), encoding="utf-8")
    (tmp_path / "ana.yaml").write_text(ANA, encoding="utf-8")
    return tmp_path


def change(path: Path, was: str, is_now: str) -> None:
    """Puts one thing in place of another, which must be there."""
    text = read_text(path)
    assert was in text
    path.write_text(text.replace(was, is_now, 1), encoding="utf-8")


def read(folder: Path) -> tuple[World, list[str]]:
    """The world, and the problems without the folder's name."""
    world, problems = read_world(folder, SITE, TODAY)
    return world, [str(problem).replace(f"{folder}/", "") for problem in problems]


def test_the_shipped_practice_is_sound_to_the_last_advice() -> None:
    files = read_demo(shipped_demo(), SITE)

    assert (files.problems, files.advice) == ((), ())
    assert len(files.students) == 2


def test_a_district_s_own_student_is_shown(own: Path) -> None:
    world, problems = read(own)

    assert problems == []
    assert [student.name for student in world.students] == ["Ana Example"]
    assert world.lesson == world_on().lesson


def test_the_district_s_names_and_colors_are_in_it() -> None:
    portal = replace(SITE.portal, name="Parent Door", sender="door@district.example")
    site = replace(SITE, portal=portal, demo=Demo(portal_color="#5A1A1A", mail_look="cards"))

    world, _ = read_world(shipped_demo(), site, TODAY)

    reply = next(mail for mail in world.mail if mail.kind == "reply")
    assert (reply.sender, reply.address) == ("Parent Door", "door@district.example")
    assert (world.look.name, world.look.color, world.look.mail) == (
        "Parent Door",
        "#5A1A1A",
        "cards",
    )


@pytest.mark.parametrize("name", ["words.yaml", "mail.yaml", "ana.yaml"])
def test_a_part_that_is_not_there_is_taken_from_the_shipped_practice(own: Path, name: str) -> None:
    (own / name).unlink()

    world, problems = read(own)

    what = "no file of a student" if name == "ana.yaml" else f"no {name}"
    assert problems == [
        f"{own}:0:0: K170 there is {what} in this folder: the shipped one stands in"
    ]
    assert world.mail == world_on().mail
    assert world.terms == world_on().terms
    assert [one.id for one in world.students] == (
        ["daniel", "maya"] if name == "ana.yaml" else ["ana"]
    )


def test_a_folder_that_is_not_there_gives_the_whole_shipped_practice(tmp_path: Path) -> None:
    world, problems = read(tmp_path / "gone")

    assert world == world_on()
    assert [problem.split()[1] for problem in problems] == ["K170"] * 3


MISTAKES = [
    ("ana.yaml", "due: 3 Tue", "due: 3 Sun", "11:10: K171 write a week from 1 to 40"),
    ("ana.yaml", "week: 12", "week: 0", "5:7: K171 a year has the weeks 1 to 40"),
    ("ana.yaml", "teacher: Ms. Primrose", "teacher: Ms. Primrose\n    entered_days_ago: -1", "10:"),
    ("ana.yaml", "got: 17", "got: 21", "11:57: K172 choose 0 to 20, the points there are"),
    ("ana.yaml", "got: 17", "got: -1", "11:57: K172 choose 0 to 20"),
    ("ana.yaml", ", got: 17", "", "11:9: K172 say what was 'got', or 'is: missing'"),
    ("ana.yaml", "got: 17", "got: 17, is: missing", "11:57: K172 what is missing has nothing"),
    ("ana.yaml", "points: 20, got: 17", "points: 0, got: 0", "11:45: K172 points begin above 0"),
    ("ana.yaml", "student: ana", "student: Ana", "1:1: K173 an id has small letters"),
    ("ana.yaml", "id: math", "id: ana", "7:5: K173 'ana' is an id already"),
    ("ana.yaml", "id: math", "id: teacher", "7:5: K173 'teacher' is a button of the kiosk"),
    ("ana.yaml", "id: math", "id: missing", "7:5: K173 'missing' is an id already"),
    ("ana.yaml", "Grade 6", '"{grade}"', "3:1: K177 there is no '{grade}' here"),
    ("ana.yaml", "got: 17", "got: many", "11:62: K115 'got' needs a number"),
    ("ana.yaml", "teacher:", "techer:", "9:5: K112 unknown key 'techer'; did you mean 'teacher'?"),
    ("mail.yaml", "kind: reply", "kind: other", "K175 there is no mail of 'kind: reply' yet"),
    ("mail.yaml", "kind: impostor", "kind: reply", "K175 one mail of 'kind: reply' is enough"),
    ("mail.yaml", "    link: Keep my account\n", "", "K175 a mail of 'kind: impostor' needs a"),
    ("mail.yaml", "days_ago: 6", "minutes_ago: 2", "K175 it must be older than the reply"),
    ("mail.yaml", "help-desk@school-accounts-now.example", '"{sender}"', "K176 an impostor has"),
    ("mail.yaml", "minutes_ago: 2", "days_ago: 1\n    minutes_ago: 2", "K176 say how old it is"),
    ("mail.yaml", "    days_ago: 2\n", "", "K176 say how old it is"),
    ("mail.yaml", "practice.parent@example.com", "the parent", "K176 write an address like"),
    ("mail.yaml", "own: Your", 'own: "{district}', "K12"),
    ("mail.yaml", '"{district}"\n    link', '"{school}"\n    link', "K177 there is no '{school}'"),
    ("mail.yaml", "- id: cousin", "- id: dentist", "K173 'dentist' is an id already"),
    ("mail.yaml", "- id: cousin", "- id: link", "K173 'link' is a button"),
    ("words.yaml", "{student}, who", "{child}, who", "K177 there is no '{child}' here"),
    ("words.yaml", "title: Red is", 'title: "{red}" #', "K177 there is no '{red}' here"),
    ("words.yaml", "from: 0", "from: 60", "K178 one letter must begin at 0 percent"),
    ("words.yaml", "from: 80", "from: 90", "K178 two letters begin at 90 percent"),
    ("words.yaml", "from: 90", "from: 110", "K178 choose 0 to 100 percent"),
    ("words.yaml", "picture: later", "picture: latr", "K218 there is no picture 'latr'; did you"),
    ("words.yaml", "shows: chart", "shows: words", "K179 give one page of the lesson 'shows:"),
    ("words.yaml", "got: 57", "got: 0", "K172 choose more than 0"),
    ("words.yaml", "  - {title: Welcome quiz, points: 60, got: 57}\n", "", "K179 the chart draws"),
    ("words.yaml", "id: gpa", "id: late", "K173 'late' is an id already"),
]


@pytest.mark.parametrize(("name", "was", "is_now", "told"), MISTAKES)
def test_a_mistake_is_told_with_its_line_and_the_shipped_part_stands_in(
    own: Path, name: str, was: str, is_now: str, told: str
) -> None:
    change(own / name, was, is_now)

    world, problems = read(own)

    assert [one for one in problems if told in one]
    assert all(re.match(rf"{name}:[1-9]\d*:[1-9]\d*: K", one) for one in problems)
    shipped = world_on()
    assert world.mail == shipped.mail
    assert world.lesson == shipped.lesson
    assert [one.id for one in world.students] == (
        ["daniel", "maya"] if name == "ana.yaml" else ["ana"]
    )


ALSO = [
    ("attendance:\n  - {day: 3 Tue, kind: late, course: art}\n", "13:30: K174 there is no class"),
    ("attendance:\n  - {day: 3 Xyz, kind: late}\n", "13:6: K171 write a week"),
    ('tests:\n  - {day: 3 Tue, title: T, score: "1", level: best}\n', "13:40: K174 words.yaml has"),
    ('tests:\n  - {day: 99 Tue, title: T, score: "1", level: at}\n', "13:6: K171 write a week"),
]


@pytest.mark.parametrize(("more", "told"), ALSO)
def test_attendance_and_tests_name_what_is_there(own: Path, more: str, told: str) -> None:
    (own / "ana.yaml").write_text(f"{ANA}{more}", encoding="utf-8")

    world, problems = read(own)

    assert [one for one in problems if one.startswith(f"ana.yaml:{told}")]
    assert [student.id for student in world.students] == ["daniel", "maya"]


def test_one_student_that_is_not_sound_does_not_hide_the_other(own: Path) -> None:
    (own / "ben.yaml").write_text(ANA.replace("got: 17", "got: 99"), encoding="utf-8")

    world, problems = read(own)

    assert [student.id for student in world.students] == ["ana"]
    assert len(problems) == 1


def test_two_files_of_one_student_are_told(own: Path) -> None:
    (own / "ben.yaml").write_text(ANA, encoding="utf-8")

    world, problems = read(own)

    assert problems == ["ben.yaml:1:1: K173 'ana' is also the student in ana.yaml"]
    assert len(world.students) == 1


def test_words_that_the_shipped_students_do_not_fit_give_way(own: Path) -> None:
    (own / "ana.yaml").unlink()
    change(own / "words.yaml", "{id: at, ", "{id: level_at, ")

    world, _ = read(own)

    assert [student.id for student in world.students] == ["daniel", "maya"]
    assert world.students == world_on().students


@pytest.mark.parametrize("written", [b"\xff\xfes\0t\0", b"student: caf\xe9", b"", b"\0" * 99])
def test_a_file_that_is_no_text_is_told_like_any_other(own: Path, written: bytes) -> None:
    (own / "ana.yaml").write_bytes(written)

    world, problems = read(own)

    assert len(problems) == 1
    assert problems[0].startswith("ana.yaml:")
    assert len(world.students) == 2


def test_a_speaker_s_running_order_is_no_student(own: Path) -> None:
    (own / "order.yaml").write_text("password: x\nscenes: []\n", encoding="utf-8")

    _, problems = read(own)

    assert problems == []


def test_the_folder_is_looked_for_beside_the_site_file(tmp_path: Path) -> None:
    text = read_text(flows_dir() / "site.example.yaml")
    file = tmp_path / "site.yaml"
    file.write_text(text.replace("\ndemo:", "\ndemo:\n  folder: ours", 1), encoding="utf-8")

    assert demo_folder(read_site(file)) == tmp_path / "ours"
    assert demo_folder(SITE) == shipped_demo()


def test_the_year_goes_by_the_week_that_is_now(own: Path) -> None:
    change(own / "ana.yaml", "due: 3 Tue", "due: 12 Mon")

    world, _ = read_world(own, SITE, date(2026, 3, 13))

    assert world.students[0].courses[0].works[0].due == date(2026, 3, 9)


def test_problems_are_told_in_the_order_of_the_files(own: Path) -> None:
    change(own / "ana.yaml", "got: 17", "got: 99")
    change(own / "words.yaml", "from: 0", "from: 5")

    _, problems = read_world(own, SITE, TODAY)

    assert list(problems) == sorted(problems)
    assert {Path(one.file).name for one in problems} == {"ana.yaml", "words.yaml"}
    assert all(isinstance(one, Problem) for one in problems)
