"""`kiosk check` looks over the practice: the shipped one, a district's own, and one file of it."""

from pathlib import Path

import pytest

from kiosk.commands.check_demo import of_practice
from kiosk.commands.check_files import findings_in
from kiosk.demo.reading import shipped_demo
from kiosk.resources import Folders, flows_dir, read_text

SHIPPED = Folders.shipped()


def site_with(folder: Path, own: str) -> Folders:
    """The example's site file with that folder for its practice."""
    text = read_text(flows_dir() / "site.example.yaml")
    site = folder / "site.yaml"
    site.write_text(text.replace("\ndemo:", f"\ndemo:\n  folder: {own}", 1), encoding="utf-8")
    return Folders(site, flows_dir())


@pytest.mark.parametrize("name", ["", "maya.yaml", "mail.yaml", "words.yaml", "order.yaml"])
def test_the_shipped_practice_leaves_nothing_to_think_about(name: str) -> None:
    assert findings_in([shipped_demo() / name], SHIPPED) == []


def test_a_text_that_is_hard_to_read_is_told_at_its_line(tmp_path: Path) -> None:
    words = read_text(shipped_demo() / "words.yaml")
    path = tmp_path / "words.yaml"
    path.write_text(words.replace("Green is fine.", "No errors is fine."), encoding="utf-8")

    found = findings_in([path], SHIPPED)

    line = 1 + words[: words.index("Green is fine.")].count("\n")
    assert [(one.line, one.column, one.code) for one in found] == [(line, 9, "K306")]


def test_one_file_is_told_alone(tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text("terms: [", encoding="utf-8")
    maya = read_text(shipped_demo() / "maya.yaml")
    (tmp_path / "maya.yaml").write_text(maya, encoding="utf-8")

    assert findings_in([tmp_path / "maya.yaml"], SHIPPED) == []
    assert {one.code for one in findings_in([tmp_path], SHIPPED)} == {"K125", "K170"}


def test_a_district_s_own_folder_is_looked_over_with_its_station(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "ana.yaml").write_text("student: ana\n", encoding="utf-8")

    found = of_practice(site_with(tmp_path, "ours"))

    own = str(tmp_path / "ours")
    assert {(one.file, one.code) for one in found} == {
        (own, "K170"),
        (f"{own}/ana.yaml", "K113"),
    }


def test_a_folder_that_is_not_there_is_told_at_its_line_of_the_site_file(tmp_path: Path) -> None:
    folders = site_with(tmp_path, "gone")

    found = of_practice(folders)

    line = read_text(folders.site).split("  folder: gone")[0].count("\n") + 1
    assert [(one.file, one.line, one.column, one.code) for one in found] == [
        (str(folders.site), line, 3, "K190")
    ]


def test_a_site_file_that_is_not_sound_does_not_hide_the_practice(tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("site: mine\n", encoding="utf-8")

    assert of_practice(Folders(site, flows_dir())) == []
