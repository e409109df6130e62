"""The squares of a QR code: as few as can be, level M, read by a scanner that is not ours."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import KioskError
from kiosk.handoff.matrix import LARGEST, TooLong, fits, matrix_of, most_bytes
from tests.handoff.scanning import scan_of_squares

VERSIONS = (1, 2, 8, 9, 10, 15, 26, 27, LARGEST - 1)


def squares(version: int) -> int:
    return 17 + 4 * version


@pytest.mark.parametrize("version", VERSIONS)
def test_a_text_takes_the_smallest_code_that_holds_it(version):
    full = "a" * most_bytes(version)

    side, next_side = len(matrix_of(full)), len(matrix_of(full[1:] + "é"))

    assert side == squares(version)
    assert next_side == squares(version + 1)


RUNS = st.lists(st.sampled_from(["7" * 20, "A" * 20, "7" * 23, "%E1" * 7, "a", "ê"]), min_size=5)


@given(RUNS, st.sampled_from([1, 6, 9, 10, 15]))
def test_what_is_said_to_fit_fits_however_its_letters_are_mixed(runs, version):
    data = "".join(runs).encode()[: most_bytes(version)]
    text = data.decode(errors="ignore")

    side = len(matrix_of(text))

    assert fits(text, version)
    assert side <= squares(version)


@pytest.mark.parametrize(
    "text", ["a", "Maktaba ni bure", "የልጅዎን ውጤት ይመልከቱ", "https://example.org/a?b=c"]
)
def test_a_scanner_reads_the_text_at_level_m(text):
    found = scan_of_squares(matrix_of(text))

    assert (found.text, found.level) == (text, "M")


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120))
def test_a_scanner_reads_the_bytes_of_any_text(text):
    found = scan_of_squares(matrix_of(text))

    assert found.data == text.encode()


def test_a_text_that_fits_no_code_is_refused_with_the_most_that_fits():
    text = "a" * 2332

    with pytest.raises(TooLong) as told:
        matrix_of(text)

    assert isinstance(told.value, KioskError)
    assert "2331" in str(told.value)
    assert "2332" in str(told.value)


def test_length_is_counted_in_bytes_not_in_letters():
    letters = most_bytes(15) // 3

    assert fits("ው" * letters, 15)
    assert not fits("ው" * (letters + 1), 15)


def test_percent_signs_take_less_room_than_other_letters():
    escaped = "mailto:a@b.org?body=" + "%E1%8B%8D" * 40

    side = len(matrix_of(escaped))

    assert side < len(matrix_of("a" * len(escaped)))
    assert scan_of_squares(matrix_of(escaped)).text == escaped


def test_no_picture_library_is_needed():
    program = (
        "import sys\n"
        "sys.modules['PIL'] = None\n"
        "from kiosk.handoff.matrix import matrix_of\n"
        "print(len(matrix_of('a')))\n"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)  # noqa: S603 - ourselves

    assert (done.stdout, done.stderr) == ("21\n", "")
