"""A district's colour and look for the practice, in its site file: each slip with its place."""

from pathlib import Path

import pytest

from kiosk.core.errors import FilesNotSound
from kiosk.resources import flows_dir, read_text
from kiosk.site.reading import read_site
from kiosk.site.shapes import Demo


def site_with(folder: Path, theme: str) -> Path:
    """The example's site file with that practice."""
    text = read_text(flows_dir() / "site.example.yaml")
    file = folder / "site.yaml"
    file.write_text(f"{text[: text.index(chr(10) + 'demo:') + 1]}{theme}", encoding="utf-8")
    return file


def test_without_a_word_about_it_the_practice_has_a_look_that_works(tmp_path: Path) -> None:
    assert read_site(site_with(tmp_path, "")).demo == Demo()


def test_a_theme_is_read(tmp_path: Path) -> None:
    site = read_site(site_with(tmp_path, 'demo: {portal_color: "#5a1a1a", mail_look: plain}\n'))

    assert site.demo == Demo(portal_color="#5a1a1a", mail_look="plain")


@pytest.mark.parametrize(
    ("theme", "told"),
    [
        ('{portal_color: "#1F5AA6"}', "K190 words cannot be read well on '#1F5AA6'; did you mean"),
        ('{portal_color: "#777777"}', "K190 words cannot be read well on '#777777'; did you mean"),
        ("{portal_color: blue}", "K190 write a color in quotes, like '#1B4F94'"),
        ("{mail_look: card}", "K114 'mail_look' must be one of: plain, tabs, cards; did you mean"),
        ("{colour: x}", "K112 unknown key 'colour'"),
    ],
)
def test_a_slip_in_the_theme_is_told_with_its_place(tmp_path: Path, theme: str, told: str) -> None:
    file = site_with(tmp_path, f"demo: {theme}\n")
    line = read_text(file).splitlines().index(f"demo: {theme}".splitlines()[0]) + 1

    with pytest.raises(FilesNotSound) as unsound:
        read_site(file)

    found = str(unsound.value)
    assert found.startswith(f"{file}:{line}:")
    assert told in found
