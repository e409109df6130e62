"""What staff may try: on every page three sentences, and every slip of the file by its line."""

from pathlib import Path

import pytest

from kiosk.core.errors import FilesNotSound
from kiosk.core.sample_visit import seen_screens, visit_at
from kiosk.core.visit import Frame, Moment, Visit
from kiosk.resources import Folders, flows_dir
from kiosk.staff.remedies import (
    HOW_MANY,
    Remedies,
    problems_in,
    read_remedies,
    remedies_file,
    told,
)
from kiosk.station import Station

THREE = """
      - One.
      - Two.
      - Three.
"""
EVERY = f"  - likely: It is not clear.\n    try:{THREE}"


@pytest.fixture(scope="module")
def remedies(station: Station) -> Remedies:
    """Those that come with the kiosk."""
    return read_remedies(remedies_file(Folders.shipped().flows), station.guide)


def problems(station: Station, text: str) -> list[str]:
    """Each problem of such a file as line:column code message."""
    found = problems_in(text, "made.yaml", station.guide)
    return [f"{one.line}:{one.column} {one.code} {one.message}" for one in found]


def test_every_page_of_every_shipped_flow_has_three_remedies(
    station: Station, remedies: Remedies
) -> None:
    guide = station.guide
    places = [(flow, name) for flow in guide.flows for name in seen_screens(guide, flow)]

    found = [remedies.at(guide, visit_at(guide, *place)) for place in places]

    assert len(found) > 120
    assert all(one is not None and len(one.try_) == HOW_MANY for one in found)


def test_pages_that_have_only_the_advice_for_any_page_are_few(
    station: Station, remedies: Remedies
) -> None:
    guide = station.guide
    places = [(flow, name) for flow in guide.flows for name in seen_screens(guide, flow)]
    any_page = remedies.rows[-1]

    plain = [place for place in places if remedies.at(guide, visit_at(guide, *place)) == any_page]

    assert {flow for flow, _ in plain} == {"take_home"}


def test_no_sentence_has_an_empty_brace_or_more_than_two_lines(
    station: Station, remedies: Remedies
) -> None:
    said = [
        told(station.guide, text)
        for row in remedies.rows
        for text in (row.likely, *(one.do for one in row.try_))
    ]

    odd = [text for text in said if "{" in text or "[" in text or len(text) > 130]

    assert odd == []


def test_what_was_not_read_in_its_source_is_not_called_reviewed(remedies: Remedies) -> None:
    sourced = [one for row in remedies.rows for one in row.try_ if one.source]

    guessed = [one for one in sourced if "general" in one.source or "inferred" in one.source]

    assert len(guessed) >= 4
    assert [one.do for one in guessed if one.reviewed] == []


def test_a_page_without_its_own_advice_has_that_of_the_step_it_is_run_in(
    station: Station, remedies: Remedies
) -> None:
    frames = (Frame("email", "have_one"), Frame("help", "nobody"))
    own = remedies.at(station.guide, Visit(Moment(frames)))
    without = Remedies(tuple(row for row in remedies.rows if not row.screens))

    of_step = without.at(station.guide, Visit(Moment(frames)))

    assert own is not None
    assert "help/nobody" in own.screens
    assert of_step is not None
    assert of_step.step == "email"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"remedies:\n  - screens: [reply/spamm]\n    likely: Spam.\n    try:{THREE}{EVERY}",
            "2:15 K194 there is no screen 'reply/spamm'; did you mean 'reply/spam'?",
        ),
        (
            f"remedies:\n  - screens: [reply/spam, reply/spam]\n    likely: Spam.\n    try:{THREE}"
            f"{EVERY}",
            "2:27 K194 'reply/spam' stands here twice",
        ),
        (
            "remedies:\n  - likely: It is not clear.\n    try: [One., Two.]\n",
            "3:5 K195 give 3 things to try, not 2",
        ),
        (
            f"remedies:\n  - step: email\n    likely: It is not clear.\n    try:{THREE}",
            "1:1 K195 one entry has neither 'screens' nor 'step': it stands for every other page",
        ),
        (
            "remedies:\n  - likely: It is not clear.\n    try:\n"
            "      - {do: One., source: a page}\n      - Two.\n      - Three.\n",
            "4:20 K195 'source' and 'reviewed' stand together, where a fact may age",
        ),
        (
            f"remedies:\n  - likely: Look at {{email}}.\n    try:{THREE}",
            "2:5 K195 the site has no fact '{email}'",
        ),
        (
            f"remedies:\n  - likly: It is not clear.\n    try:{THREE}",
            "2:5 K112 unknown key 'likly'; did you mean 'likely'?",
        ),
    ],
)
def test_a_slip_is_told_by_its_line(station: Station, text: str, said: str) -> None:
    found = problems(station, text)

    assert said in found


def test_a_file_with_a_slip_is_not_read(station: Station, tmp_path: Path) -> None:
    file = tmp_path / "remedies.yaml"
    file.write_text("remedies:\n  - likely: It is not clear.\n    try: [One.]\n")

    with pytest.raises(FilesNotSound) as unsound:
        read_remedies(file, station.guide)

    assert [one.code for one in unsound.value.problems] == ["K195"]


def test_a_page_that_own_flows_lack_does_no_harm_on_the_staffs_page(
    station: Station, tmp_path: Path
) -> None:
    file = tmp_path / "remedies.yaml"
    file.write_text(
        f"remedies:\n  - screens: [gone/away]\n    likely: It is gone.\n    try:{THREE}{EVERY}"
    )

    found = read_remedies(file, station.guide)

    assert len(found.rows) == 2


def test_a_district_with_flows_of_its_own_may_have_remedies_of_its_own(tmp_path: Path) -> None:
    shipped = remedies_file(tmp_path)
    own = tmp_path / "staff" / "remedies.yaml"
    own.parent.mkdir()
    own.write_text("remedies: []\n")

    found = remedies_file(tmp_path)

    assert shipped == flows_dir() / "staff" / "remedies.yaml"
    assert found == own


def test_check_looks_at_the_remedies(kiosk, tmp_path: Path) -> None:
    file = tmp_path / "remedies.yaml"
    file.write_text("remedies:\n  - likely: It is not clear.\n    try: [One.]\n")

    call = kiosk("check", file)

    assert call.code == 1
    assert f"{file}:3:5: K195" in call.out
