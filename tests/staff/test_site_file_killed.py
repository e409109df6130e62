"""A process that is killed while it saves a site file leaves the old one or the new one, whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.clock import OFFICES_OPEN
from kiosk.staff.site_versions import earlier, save_whole
from tests.staff.killed_while_saving import NEW, OLD

ROOT = Path(__file__).parents[2]


@pytest.fixture
def left(tmp_path: Path) -> list[Path]:
    """The site files that the killed processes left, in the order of the steps."""
    called = [sys.executable, "-m", "tests.staff.killed_while_saving", str(tmp_path)]
    subprocess.run(called, cwd=ROOT, check=True, timeout=60)  # noqa: S603 - our own program
    return sorted(tmp_path.glob("*/site.yaml"))


def test_each_killed_process_leaves_the_old_file_or_the_new_one(left: list[Path]) -> None:
    found = [path.read_bytes() for path in left]

    news = found.index(NEW)
    assert found == [OLD] * news + [NEW] * (len(found) - news)
    assert 8 < news < len(found) - 3


def test_the_old_text_is_never_lost(left: list[Path]) -> None:
    for path in left:
        texts = [path.read_bytes(), *(one.content() for one in earlier(path))]
        assert OLD in texts, path.parent.name


def test_what_a_killed_process_left_does_not_hinder_the_next_one(left: list[Path]) -> None:
    for path in left:
        save_whole(path, b"site: third\n", OFFICES_OPEN)

        kept = [one.content() for one in earlier(path)]
        assert path.read_bytes() == b"site: third\n"
        assert OLD in kept
        assert set(kept) <= {OLD, NEW}
