"""Files are found, and a file that cannot be read says what to do about it."""

from pathlib import Path

import pytest

from kiosk.core.errors import KioskError, Missing
from kiosk.resources import Folders, assets_dir, flows_dir, read_text, yaml_files


def test_the_shipped_folders_hold_what_their_names_say() -> None:
    shipped = Folders.shipped()

    assert shipped.site.is_file()
    assert shipped.flows == flows_dir()
    assert (flows_dir() / "setup.yaml").is_file()
    assert (assets_dir() / "pictures").is_dir()


def test_yaml_files_come_by_name_and_from_that_folder_alone(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yaml", "c.yml", "notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "d.yaml").touch()

    names = [path.name for path in yaml_files(tmp_path)]

    assert names == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (b"flow: caf\xc3\xa9\n", "flow: caf\u00e9\n"),
        (b"\xef\xbb\xbfflow: x\n", "flow: x\n"),
        (b"", ""),
        (b"a\r\nb\r\n", "a\nb\n"),
    ],
)
def test_a_text_is_read_as_utf_8_with_or_without_a_mark_before_it(
    tmp_path: Path, written: bytes, read: str
) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(written)

    assert read_text(path) == read


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gone.yaml", "is not there. Look at its name, or leave the option out."),
        ("folder", "is a folder. Name a file in it."),
        ("latin.yaml", "is not a text file in UTF-8. Save it as UTF-8."),
        ("file.yaml/below.yaml", "cannot be read: Not a directory."),
    ],
)
def test_what_cannot_be_read_is_a_sentence_with_what_to_do(
    tmp_path: Path, name: str, said: str
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.yaml").touch()
    (tmp_path / "latin.yaml").write_bytes(b"caf\xe9\n")

    with pytest.raises(Missing) as missing:
        read_text(tmp_path / name)

    assert str(missing.value) == f"{tmp_path / name} {said}"
    assert isinstance(missing.value, KioskError)
