"""docs/set-up.md: a school that follows the page gets what the page tells."""

import re
import shlex
import shutil
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from kiosk.resources import Folders
from kiosk.site.reading import read_site
from kiosk.staff.schools_table import COLUMNS, read_schools
from kiosk.staff.site_file import begun
from kiosk.staff.site_versions import MOST, folder_of
from kiosk.ui.staff import setup, setup_own, setup_saving, setup_schools, setup_topics
from kiosk.ui.staff.setup_topics import Topic
from tests.conftest import Call

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "set-up.md").read_text(encoding="utf-8")
CALLS = re.findall(r"^```console\n\$ (.*)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)

Kiosk = Callable[..., Call]


def test_a_school_that_follows_the_page_sees_what_the_page_shows(
    tmp_path: Path, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "flows", tmp_path / "flows")

    for line, shown in CALLS:
        program, *words = shlex.split(line)
        if program == "cp":
            shutil.copy(*words)
            continue
        monkeypatch.setattr("sys.stdin", StringIO("river spoon yellow\n"))
        call = kiosk(*words)
        wanted = [one for one in shown.splitlines() if one != "…"]
        assert (call.code, call.err) == (0, ""), line
        assert call.out.splitlines()[: len(wanted)] == wanted
    assert [line.split()[0] for line, _ in CALLS] == ["cp", "kiosk", "kiosk"]
    copy = tmp_path / "station.yaml"
    assert copy.read_bytes() == Folders.shipped().site.read_bytes()


def test_every_command_of_the_page_takes_what_the_page_gives_it(kiosk: Kiosk) -> None:
    said = re.findall(r"`kiosk ([^`\n]+)`", PAGE)

    for one in said:
        words = shlex.split(one)
        command = [word for word in words[:2] if word[0] != "-" and "." not in word]
        helped = kiosk(*command, "--help") if command else kiosk("--help")
        assert helped.code == 0, one
        assert [word for word in words if word[0] == "-" and word not in helped.out] == [], one
    assert len(said) == 6


def test_every_word_on_the_pages_that_is_named_stands_there() -> None:
    parts = [setup, setup_own, setup_saving, setup_schools]
    topics = [one for one in vars(setup_topics).values() if isinstance(one, Topic)]
    words = {one for part in parts for one in vars(part).values() if isinstance(one, str)}
    words |= {topic.title for topic in topics}
    named = {" ".join(one.split()) for one in re.findall(r"\*\*(.+?)\*\*", PAGE, re.DOTALL)}

    assert named - words == {"site file"}
    assert len(named) == 18


def test_the_table_of_the_page_can_be_taken_as_it_stands() -> None:
    shown = re.findall(r"^```csv\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)[0]
    known = read_site(Folders.shipped().site).schools

    table = read_schools(shown.encode(), known)
    draft = begun(Folders.shipped().site).put_schools(table.schools)

    assert (table.troubles, table.look_at) == ((), ())
    assert draft.read()[1] == ()
    assert shown.splitlines()[0].split(",") == [
        one for one in COLUMNS if one not in ("type", "status")
    ]


def test_the_folder_and_the_number_of_versions_are_those_of_the_page() -> None:
    assert f"`{folder_of(Path('site.yaml')).name}`" in PAGE
    assert MOST == 5
    assert "The last five stay." in PAGE


def test_every_link_leads_to_a_chapter_or_a_page() -> None:
    headings = re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)
    chapters = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}

    targets = re.findall(r"\]\(#([^)]+)\)", PAGE)
    pages = re.findall(r"\]\(([\w-]+\.md)\)", PAGE)

    assert set(targets) <= chapters
    assert len(targets) == 6
    assert all((ROOT / "docs" / page).exists() for page in pages)
