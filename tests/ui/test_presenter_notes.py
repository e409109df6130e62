"""The speaker's own screen: which one it is, what stands on it, and that screens come and go."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWidget

from kiosk.resources import assets_dir
from kiosk.ui.kit import Kit
from kiosk.ui.kits import Kits
from kiosk.ui.presenter_notes import CornerNotes, NotesWindow, Told
from kiosk.ui.presenter_screens import Seats, seats_of
from kiosk.ui.theme import Look
from kiosk.ui.widgets.text import Text
from tests.ui.finding import place_of, shown, words_on
from tests.ui.samples import HOUSE

LAPTOP, PROJECTOR = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)
SCREENS = Path(__file__).with_name("two_screens.py")


@pytest.fixture
def kit(qapp) -> Kit:
    """The speaker's kit."""
    return Kits(HOUSE, assets_dir()).kit(Look(motion=False), "en")


@pytest.fixture
def desk(qapp, kit: Kit) -> Iterator[NotesWindow]:
    """The window with the notes, on the laptop."""
    window = NotesWindow(kit)
    window.setGeometry(LAPTOP)
    window.show()
    yield window
    window.hide()
    window.deleteLater()
    qapp.processEvents()


@pytest.mark.parametrize(
    ("screens", "swapped", "seats"),
    [
        ([LAPTOP], False, Seats(LAPTOP, None)),
        ([LAPTOP], True, Seats(LAPTOP, None)),
        ([LAPTOP, PROJECTOR], False, Seats(PROJECTOR, LAPTOP)),
        ([PROJECTOR, LAPTOP], False, Seats(PROJECTOR, LAPTOP)),
        ([LAPTOP, PROJECTOR], True, Seats(LAPTOP, PROJECTOR)),
        ([LAPTOP, QRect(LAPTOP)], False, Seats(LAPTOP, None)),
    ],
)
def test_the_room_gets_the_projector_and_the_speaker_the_laptop_unless_they_are_swapped(
    screens: list[QRect], swapped: bool, seats: Seats
) -> None:
    assert seats_of(screens, LAPTOP, swapped=swapped) == seats


def test_the_notes_tell_the_scene_the_next_one_and_the_time(desk: NotesWindow) -> None:
    desk.tell(Told(3, 20, "Say hello to the room.", "Is this the right message?"))
    desk.tell_time(125)

    words = words_on(desk)

    assert words == [
        "Scene 3 of 20",
        "Next: Is this the right message?",
        "2:05",
        "Say hello to the room.",
    ]


def test_the_notes_say_when_it_is_the_last_scene_and_when_it_runs_by_itself(
    desk: NotesWindow,
) -> None:
    desk.tell(Told(20, 20, "Thank you.", "", alone=True))

    words = words_on(desk)

    assert "This is the last scene." in words
    assert "Running by itself. Any key stops it." in words


def test_what_the_room_sees_stands_small_beside_the_notes(desk: NotesWindow) -> None:
    room = QPixmap(1920, 1080)
    room.fill("red")
    desk.tell(Told(1, 2, "Notes.", "Next"))

    desk.show_scene(room)

    picture = desk.grab().toImage()
    red = [
        (x, y)
        for x in range(0, 1366, 7)
        for y in range(0, 768, 7)
        if picture.pixelColor(x, y).name() == "#ff0000"
    ]
    wide = max(x for x, _ in red) - min(x for x, _ in red)
    high = max(y for _, y in red) - min(y for _, y in red)
    assert 500 < wide < 600
    assert wide / high == pytest.approx(16 / 9, abs=0.06)


@pytest.mark.parametrize("count", [1, 5, 12, 25])
def test_notes_of_any_length_stay_on_the_screen_as_large_as_they_can(
    desk: NotesWindow, count: int
) -> None:
    notes = " ".join(["Say it slowly and once more."] * count)

    desk.tell(Told(1, 2, notes, "Next"))

    part = next(part for part in shown(desk) if getattr(part, "text", str)() == notes)
    room = place_of(part, desk)
    assert desk.rect().contains(room)
    assert part.heightForWidth(room.width()) <= room.height()


@pytest.mark.parametrize("count", [1, 5, 12, 25])
def test_notes_in_the_corner_stay_in_the_window(qapp, kit: Kit, count: int) -> None:
    window = QWidget()
    window.resize(1366, 768)
    corner = CornerNotes(kit, window)

    corner.tell(Told(1, 2, " ".join(["Say it slowly and once more."] * count), "Next"))

    places = [part.geometry() for part in corner.findChildren(Text)]
    assert window.rect().contains(corner.geometry())
    assert all(corner.rect().contains(place) for place in places)
    assert not any(one.intersects(two) for one, two in pairwise(places))
    window.deleteLater()


def test_the_window_with_the_notes_does_not_close_by_accident(desk: NotesWindow) -> None:
    desk.close()

    assert desk.isVisible()


def test_with_two_screens_each_window_takes_its_own_and_one_that_is_pulled_out_leaves_the_other(
    tmp_path: Path,
) -> None:
    plugged = tmp_path / "screens.json"
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": high, "logicalDpi": 96, "dpr": 1}
        for name, x, width, high in (("laptop", 0, 1366, 768), ("projector", 1366, 1920, 1080))
    ]
    plugged.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    platform = f"offscreen:configfile={plugged}"

    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "tests.ui.two_screens"],
        env={**os.environ, "QT_QPA_PLATFORM": platform},
        cwd=SCREENS.parents[2],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.stderr == ""
    assert done.stdout.split("\n") == [
        "room 1366 0 1920 1080",
        "desk 0 0 1366 768 Scene 1",
        "room 0 0 1366 768",
        "desk 1366 0 1920 1080 Scene 2",
        "",
    ]
