"""docs/follow-ups.md: a school that follows the page sees what the page shows."""

import re
import shlex
import shutil
from collections.abc import Callable
from datetime import date
from io import StringIO
from pathlib import Path
from typing import get_args

import pytest

from kiosk.clock import OFFICES_OPEN
from kiosk.commands.follow_ups_table import HEADS
from kiosk.records.follow_up_folder import file_name
from kiosk.records.follow_ups import LONGEST, Reach, sealed_follow_up
from kiosk.records.sealing import public_key
from kiosk.site.reading import read_site
from tests.conftest import Call, change
from tests.records.follow_up_samples import HODAN

PAGE = (Path(__file__).parents[2] / "docs" / "follow-ups.md").read_text(encoding="utf-8")
CALLS = re.findall(r"^```console\n\$ (.*)\n((?:.*\n)*?)```$", PAGE, re.MULTILINE)

Kiosk = Callable[..., Call]


@pytest.fixture
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty computer on a day in November, that is station and office at once."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("kiosk.commands.follow_ups.local_time", lambda: OFFICES_OPEN)
    return tmp_path


def first_codes(head: str) -> list[str]:
    """What the first column of the table with that head names."""
    found = re.search(rf"^\| {head} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert found, head
    return re.findall(r"^\| `(.*?)` \|", found[1], re.MULTILINE)


def leave_three(home: Path, key: str) -> None:
    """What three families left on the station, as the page tells; and the stick with the copy."""
    folder = home / "data" / "portal-kiosk" / "follow-ups"
    folder.mkdir(parents=True)
    for number, day in ((10, 20), (11, 20), (12, 22)):
        path = folder / file_name(date(2027, 1, day), number.to_bytes(16, "big"))
        path.write_bytes(sealed_follow_up(HODAN, public_key(key)))
    shutil.copytree(folder, home / "stick" / "follow-ups")


def pattern_of(shown: str) -> str:
    return ".*".join(re.escape(part) for part in shown.split("…"))


def test_a_school_that_follows_the_page_sees_what_the_page_shows(
    at_home: Path, kiosk: Kiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for line, shown in CALLS:
        monkeypatch.setattr("sys.stdin", StringIO("four plain little words\n"))

        call = kiosk(*shlex.split(line)[1:])

        assert (call.code, call.err) == (0, ""), line
        written = iter(call.out.splitlines())
        for wanted in shown.splitlines():
            assert any(re.fullmatch(pattern_of(wanted), one) for one in written), (wanted, call.out)
        if "keygen" in line:
            leave_three(at_home, re.findall(r'key: "(.*)"', call.out)[0])
    assert len(CALLS) == 6
    assert (at_home / "calls.csv").exists()


def test_the_lines_for_the_site_file_are_lines_of_a_site_file(
    at_home: Path, kiosk: Kiosk, flows: Path
) -> None:
    call = kiosk("follow-ups", "keygen", "--no-passphrase", "-o", at_home / "school.key")
    lines = re.findall(r"^call_back:\n(?:  .*\n)+", call.out, re.MULTILINE)
    site = flows / "site.example.yaml"
    own = re.findall(r"^call_back:.*\n(?:  .*\n)+", site.read_text("utf-8"), re.MULTILINE)

    read = read_site(change(site, own[0], lines[0]))

    assert read.call_back is not None
    assert read.call_back.keep_days == 60
    public_key(read.call_back.key)


def test_the_page_names_every_field_every_column_and_every_way_to_reach_a_family() -> None:
    longest = re.findall(r"^\| `(\w+)` \|.*\| (\d+) letters \|$", PAGE, re.MULTILINE)

    assert {field: int(most) for field, most in longest} == LONGEST
    assert first_codes("column") == list(HEADS)
    assert all(f"`{way}`" in PAGE for way in get_args(Reach))


def test_every_command_of_the_page_takes_what_the_page_gives_it(kiosk: Kiosk) -> None:
    said = re.findall(r"^\$ kiosk (follow-ups.*)$|`kiosk (follow-ups [^`]+)`", PAGE, re.MULTILINE)

    for in_block, in_line in said:
        words = shlex.split(in_block or in_line)
        helped = kiosk(words[0], *(word for word in words[1:2] if word[0] != "-"), "--help")
        options = [word for word in words if word.startswith("-")]
        assert [one for one in options if one not in helped.out] == [], words
    assert len(said) == len(CALLS) + 2


def test_every_link_leads_to_a_chapter() -> None:
    headings = re.findall(r"^#+ (.+)$", PAGE, re.MULTILINE)
    chapters = {re.sub(r"[^\w -]", "", one.lower()).replace(" ", "-") for one in headings}

    targets = re.findall(r"\]\(#([^)]+)\)", PAGE)

    assert len(targets) == 6
    assert set(targets) <= chapters
