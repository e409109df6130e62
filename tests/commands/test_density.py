"""The measured density in the site file: one number changes, and no other byte."""

import stat
from pathlib import Path

import pytest

from kiosk.commands.density import write_density
from kiosk.core.errors import KioskError
from kiosk.resources import Folders
from kiosk.site.reading import read_site
from kiosk.staff.site_text import changed

REST = """\
# Ours, since 2024
site: lakeside   # a comment
district: "Lakeside Schools"
portal: {name: Window, address: portal.example.org, sender: a@example.org, rules: summit}
schools:
  - {id: north, name: North, phone: 555, office: {days: Mon-Fri, hours: 8:00-15:30}}
"""

# What stands at the end of the file, and what must stand there after 4.25 was measured.
ENDS = {
    "no section": ("", "\nstation:\n  px_per_mm: 4.25\n"),
    "the number is there": (
        "station:\n  # measured\n  px_per_mm:   3.9   # with a card\n  asking_seconds: 30\n",
        "station:\n  # measured\n  px_per_mm:   4.25   # with a card\n  asking_seconds: 30\n",
    ),
    "the number is not there": (
        "station:\n    # so many seconds\n    asking_seconds: 30 # s\n# end\n",
        "station:\n    # so many seconds\n    asking_seconds: 30 # s\n    px_per_mm: 4.25\n# end\n",
    ),
    "in braces": (
        "station: {asking_seconds: 30}",
        "station: {asking_seconds: 30, px_per_mm: 4.25}",
    ),
    "empty braces": ("station: {}\n", "station: {px_per_mm: 4.25}\n"),
    "the number in braces": (
        "station: {px_per_mm: 3, asking_seconds: 30}\n",
        "station: {px_per_mm: 4.25, asking_seconds: 30}\n",
    ),
}


def written(folder: Path, raw: bytes) -> Path:
    path = folder / "site.yaml"
    path.write_bytes(raw)
    return path


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ENDS)
def test_only_the_number_changes(tmp_path: Path, name: str, line_end: str) -> None:
    was, is_now = (f"{REST}{end}".replace("\n", line_end).encode() for end in ENDS[name])
    path = written(tmp_path, was)

    said = write_density(path, 4.25)

    assert path.read_bytes() == is_now
    assert read_site(path).station.px_per_mm == 4.25
    assert "now says px_per_mm: 4.25. Before, it was 3" in said


def test_a_mark_at_the_start_of_the_file_and_letters_of_any_script_stay(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + REST.replace("Lakeside", "Прибой 🌊").encode() + b"station: {}\n"
    path = written(tmp_path, raw)

    write_density(path, 5)

    assert path.read_bytes() == raw.replace(b"{}", b"{px_per_mm: 5}")


def test_the_example_keeps_every_comment() -> None:
    text = Folders.shipped().site.read_text(encoding="utf-8")

    measured = changed(text, ("station", "px_per_mm"), 4.25)

    assert measured == text.replace("px_per_mm: 3.9 ", "px_per_mm: 4.25 ")
    assert measured != text


def test_the_same_number_again_changes_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, REST.encode() + b"station: {px_per_mm: 4.250}\n")
    before = path.read_bytes()

    said = write_density(path, 4.25)

    assert path.read_bytes() == before
    assert said.endswith("Nothing was changed.")


@pytest.mark.parametrize(
    "raw",
    [
        b"station: {px_per_mm: 300}\n",  # not sound before
        b"station:\n",  # nor this
        b"...\n",  # no place after the end of the document
    ],
)
def test_what_would_not_be_sound_is_not_written(tmp_path: Path, raw: bytes) -> None:
    path = written(tmp_path, REST.encode() + raw)
    before = path.read_bytes()

    with pytest.raises(KioskError):
        write_density(path, 4.25)

    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["site.yaml"]


def test_a_number_that_no_screen_has_is_not_written(tmp_path: Path) -> None:
    path = written(tmp_path, REST.encode())

    with pytest.raises(KioskError, match="Write under 'station' yourself: px_per_mm: 40"):
        write_density(path, 40)

    assert path.read_bytes() == REST.encode()


def test_who_may_read_the_file_stays_and_a_link_stays_a_link(tmp_path: Path) -> None:
    real = written(tmp_path, REST.encode())
    real.chmod(0o640)
    link = tmp_path / "station.yaml"
    link.symlink_to(real)

    write_density(link, 4.25)

    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert read_site(real).station.px_per_mm == 4.25
