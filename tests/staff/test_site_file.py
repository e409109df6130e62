"""A site file while staff change it: proved before it is written, and never half written."""

import errno
import os
import stat
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.clock import OFFICES_OPEN
from kiosk.core.errors import FilesNotSound, KioskError
from kiosk.resources import Folders
from kiosk.site.reading import read_site
from kiosk.staff.site_file import (
    as_version,
    begun,
    copy_as_own,
    is_example,
    last_sound,
    problems_of,
    save,
)
from kiosk.staff.site_versions import MOST, earlier, folder_of
from tests.conftest import change
from tests.records.disks import STEPS, TroubledDisk

PHONE = ("schools", 0, "phone")


class Wall:
    """A clock that goes on by a day each time it is read, forward or back."""

    def __init__(self, days: int = 1) -> None:
        self.now = OFFICES_OPEN
        self._step = timedelta(days=days)

    def __call__(self) -> datetime:
        self.now += self._step
        return self.now


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A file of a school's own, as it was copied from the example."""
    path = tmp_path / "home" / "site.yaml"
    copy_as_own(Folders.shipped().site, path, Wall())
    return path


@pytest.fixture
def put(own: Path) -> Callable[..., None]:
    """Saves another phone number."""

    def saved(phone: str, clock: Callable[[], datetime] = Wall()) -> None:  # noqa: B008
        save(begun(own).put(PHONE, phone), replace(Folders.shipped(), site=own), clock)

    return saved


def folders_at(path: Path) -> Folders:
    return replace(Folders.shipped(), site=path)


def phones(path: Path) -> list[str]:
    """The phone number of each earlier version, the newest first."""
    return [as_version(begun(path), one).read()[0].schools[0].phone for one in earlier(path)]  # type: ignore[union-attr]


def test_a_saved_change_is_in_the_file_and_nothing_else_of_it_is_another(own: Path) -> None:
    before = own.read_bytes()

    save(begun(own).put(PHONE, "555-0199"), folders_at(own), Wall())

    assert own.read_bytes() == before.replace(b"555-0142", b"555-0199", 1)
    assert read_site(own).schools[0].phone == "555-0199"


def test_the_last_five_versions_are_kept_the_newest_first(
    own: Path, put: Callable[..., None]
) -> None:
    for number in range(8):
        put(f"555-020{number}")

    assert phones(own) == ["555-0206", "555-0205", "555-0204", "555-0203", "555-0202"]
    assert len(list(folder_of(own).iterdir())) == MOST + 1


def test_versions_stay_in_order_when_the_clock_is_turned_back(
    own: Path, put: Callable[..., None]
) -> None:
    for number in range(3):
        put(f"555-020{number}", Wall(-400))

    assert phones(own) == ["555-0201", "555-0200", "555-0142"]


def test_going_back_is_a_new_version_and_loses_none(own: Path, put: Callable[..., None]) -> None:
    put("555-0200")
    put("555-0201")
    first = next(
        one for one, phone in zip(earlier(own), phones(own), strict=True) if "0142" in phone
    )

    save(as_version(begun(own), first), folders_at(own), Wall())

    assert read_site(own).schools[0].phone == "555-0142"
    assert phones(own) == ["555-0201", "555-0200"]


def test_a_version_that_was_made_by_hand_is_kept_before_it_is_written_over(
    own: Path, put: Callable[..., None]
) -> None:
    put("555-0200")
    change(own, "555-0200", "555-0777")

    put("555-0201")

    assert phones(own)[:2] == ["555-0777", "555-0200"]


@pytest.mark.parametrize(
    ("keys", "value", "said"),
    [
        (("portal", "sender"), "nobody", "write the address the reply comes from"),
        (("portal", "rules"), "our-own", "there is no rule set 'our-own'"),
        (("languages",), ["en", "xx"], "there are no words for 'xx'"),
        (("waits", "reply_usual"), 90, "choose as many minutes as 'reply_usual', or more"),
        (("call_back", "key"), "QUtwb6zA9nnkN7Z8UTXU0Kv19S3icKzx9gVYAG5KokbsZa9Y", "public key"),
    ],
)
def test_what_no_station_could_open_with_is_not_written(
    own: Path, keys: tuple[str, ...], value: object, said: str
) -> None:
    before = own.read_bytes()
    draft = begun(own).put(keys, value)  # type: ignore[arg-type]

    with pytest.raises(FilesNotSound) as refused:
        save(draft, folders_at(own), Wall())

    assert said in refused.value.problems[0].message
    assert refused.value.problems[0].file == "site.yaml"
    assert own.read_bytes() == before
    assert earlier(own) == ()


def test_what_somebody_else_wrote_meanwhile_is_not_written_over(own: Path) -> None:
    draft = begun(own).put(PHONE, "555-0199")
    change(own, "district: Cedar", "district: Great Cedar")

    with pytest.raises(KioskError, match="Somebody else"):
        save(draft, folders_at(own), Wall())

    assert "Great Cedar" in own.read_text(encoding="utf-8")


def test_the_example_is_never_written(tmp_path: Path) -> None:
    example = Folders.shipped().site

    # On a disk that takes nothing, so that a lost guard fails here and harms no shipped file.
    with pytest.raises(KioskError, match="is the example"):
        save(begun(example).put(PHONE, "1"), Folders.shipped(), Wall(), TroubledDisk("make_folder"))

    assert is_example(example)
    assert not folder_of(example).exists()


def test_a_copy_never_takes_the_place_of_another_file(own: Path) -> None:
    before = own.read_bytes()
    change(own, "555-0142", "555-0199")

    with pytest.raises(KioskError, match="already"):
        copy_as_own(Folders.shipped().site, own, Wall())

    assert own.read_bytes() == before.replace(b"555-0142", b"555-0199", 1)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (errno.ENOSPC, "The disk is full. Nothing was changed."),
        (errno.EROFS, "The kiosk may not write to"),
        (errno.EIO, "could not be written: trouble. Nothing was changed."),
    ],
)
@pytest.mark.parametrize(
    "step", [step for step in STEPS if step not in ("make_folder", "sync_folder")]
)
def test_trouble_of_the_disk_at_any_step_is_a_sentence_and_loses_nothing(
    own: Path, step: str, trouble: int, said: str
) -> None:
    before = own.read_bytes()

    with pytest.raises(KioskError) as refused:
        save(
            begun(own).put(PHONE, "555-0199"),
            folders_at(own),
            Wall(),
            TroubledDisk(step, trouble),
        )

    assert said in str(refused.value)
    assert own.read_bytes() == before
    assert [one.name for one in own.parent.iterdir() if one.is_file()] == ["site.yaml"]


def test_a_disk_that_fills_up_while_the_copy_is_kept_leaves_the_new_file_whole(own: Path) -> None:
    class FullAfterTheFile(TroubledDisk):
        def rename(self, old: Path, new: Path) -> None:
            super().rename(old, new)
            self._step = "write" if new == own.resolve() else self._step

    save(begun(own).put(PHONE, "555-0199"), folders_at(own), Wall(), FullAfterTheFile("never"))

    assert read_site(own).schools[0].phone == "555-0199"
    assert phones(own) == ["555-0142"]


@pytest.mark.skipif(os.name == "nt", reason="modes and links are POSIX")
def test_who_may_read_the_file_stays_and_a_link_stays_a_link(own: Path) -> None:
    own.chmod(0o640)
    link = own.with_name("station.yaml")
    link.symlink_to(own)

    save(begun(link).put(PHONE, "555-0199"), folders_at(link), Wall())

    assert link.is_symlink()
    assert stat.S_IMODE(own.stat().st_mode) == 0o640
    assert read_site(own).schools[0].phone == "555-0199"


def test_every_problem_of_a_broken_file_has_its_line_and_the_last_sound_version_is_found(
    own: Path, put: Callable[..., None]
) -> None:
    put("555-0200")
    change(change(own, "days: Mon-Fri", "days: weekdays"), "sender:", "sendr:")

    found = problems_of(begun(own), folders_at(own), Wall())

    sound = last_sound(own, folders_at(own), Wall())
    assert [one.line for one in found][:2] == [9, 11]
    assert sound is not None
    assert b"555-0200" in sound.content()


def test_a_broken_version_is_passed_over(own: Path, put: Callable[..., None]) -> None:
    change(own, "sender:", "sendr:")
    broken = own.read_bytes()
    change(own, "sendr:", "sender:")
    put("555-0200")
    newest = max(folder_of(own).iterdir())
    newest.with_name(f"0009{newest.name[4:]}").write_bytes(broken)

    sound = last_sound(own, folders_at(own), Wall())

    assert sound is not None
    assert sound.content() != broken


def test_files_of_others_beside_the_versions_are_left_alone(
    own: Path, put: Callable[..., None]
) -> None:
    folder = folder_of(own)
    put("555-0200")
    for name in ("notes.txt", "0001_2026-99-99_10-10.yaml", "0001_today.yaml"):
        (folder / name).write_text("mine")

    for number in range(8):
        put(f"555-021{number}")

    assert (folder / "notes.txt").read_text() == "mine"
    assert (folder / "0001_2026-99-99_10-10.yaml").exists()
    assert len(earlier(own)) == MOST


def test_a_mark_at_the_start_and_line_ends_of_windows_stay(own: Path) -> None:
    raw = b"\xef\xbb\xbf" + own.read_bytes().replace(b"\n", b"\r\n")
    own.write_bytes(raw)

    save(begun(own).put(PHONE, "555-0199"), folders_at(own), Wall())

    assert own.read_bytes() == raw.replace(b"555-0142", b"555-0199", 1)


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"\x80"])
def test_a_file_that_is_no_text_is_told_in_a_sentence(own: Path, raw: bytes) -> None:
    own.write_bytes(raw)

    with pytest.raises(KioskError, match="not a text in UTF-8"):
        begun(own)
