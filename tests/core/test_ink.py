"""On every colour that a district may choose, words can be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.ink import LEAST, best_contrast, is_color, readable_shade

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@pytest.mark.parametrize(
    ("color", "contrast"),
    [("#000000", 21.0), ("#FFFFFF", 15.98), ("#1F5AA6", 6.84), ("#777777", 4.48)],
)
def test_the_contrast_of_the_better_ink(color: str, contrast: float) -> None:
    assert best_contrast(color) == pytest.approx(contrast, abs=0.01)


@given(color=COLORS)
def test_there_is_a_near_shade_on_which_words_can_be_read(color: str) -> None:
    shade = readable_shade(color)

    assert is_color(shade)
    assert best_contrast(shade) >= LEAST


@given(color=COLORS.filter(lambda color: best_contrast(color) >= LEAST))
def test_a_color_that_can_be_read_on_stays(color: str) -> None:
    assert readable_shade(color) == color


@pytest.mark.parametrize("text", ["1F5AA6", "#1F5", "blue", "#1F5AAG", "#1F5AA6F", ""])
def test_what_is_no_color_is_told(text: str) -> None:
    assert not is_color(text)
