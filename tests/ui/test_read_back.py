"""The page that shows an address back: every letter there, in groups, and said one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.events import Chosen
from kiosk.core.phrases import Phrases
from kiosk.core.spelling import spelled
from kiosk.ui.theme import Look
from kiosk.ui.widgets.read_back_lines import (
    Sign,
    all_cells,
    differing,
    laid,
    longest_cells,
)
from kiosk.ui.widgets.read_back_text import ReadBackText
from tests.ui.bodies import look, opened
from tests.ui.finding import STAGES, place_of
from tests.ui.samples_bodies import LONG_READ_BACK, kit_for, page

GROUPS = ("ana.li7", "@", "x.org")


def _signs(groups):
    return tuple(tuple(map(Sign, group)) for group in groups)


def _lines(placed):
    lines: dict[int, str] = {}
    for sign in placed:
        lines[sign.line] = lines.get(sign.line, "") + sign.text
    return list(lines.values())


def test_an_address_that_fits_stands_on_one_line_with_air_around_the_at_sign():
    placed = laid(_signs(GROUPS), all_cells(GROUPS))

    at = next(number for number, sign in enumerate(placed) if sign.text == "@")
    before, after = placed[at - 1], placed[at + 1]

    assert _lines(placed) == ["ana.li7@x.org"]
    assert placed[at].x - before.x > 1
    assert after.x - placed[at].x > 1


def test_an_address_that_does_not_fit_breaks_before_the_at_sign():
    placed = laid(_signs(GROUPS), longest_cells(GROUPS))

    assert _lines(placed) == ["ana.li7", "@x.org"]


def test_a_group_that_is_still_too_long_breaks_after_a_dot():
    placed = laid(_signs(GROUPS), 5)

    assert _lines(placed) == ["ana.", "li7", "@x.", "org"]


_TEXT = st.text(alphabet="abc019._-", min_size=1, max_size=40)


@given(_TEXT, _TEXT, st.floats(1.0, 60.0))
def test_no_letter_is_ever_hidden(name, domain, cells):
    groups = (name, "@", domain)

    placed = laid(_signs(groups), cells)

    assert "".join(_lines(placed)) == "".join(groups)
    assert all(sign.x + 1 <= max(cells, 2.0) for sign in placed)


def test_two_letters_that_changed_places_are_both_marked_in_both_texts():
    first, second = ("a", "@", "gmial.com"), ("a", "@", "gmail.com")

    marks = [
        "".join(sign.text for group in differing(*pair) for sign in group if sign.differs)
        for pair in ((first, second), (second, first))
    ]

    assert marks == ["ia", "ai"]


def test_a_letter_that_one_text_lacks_is_marked_in_the_other_only():
    short, whole = ("a", "@", "gmal.com"), ("a", "@", "gmail.com")

    missing = [sign for group in differing(short, whole) for sign in group if sign.differs]
    there = [sign.text for group in differing(whole, short) for sign in group if sign.differs]

    assert (missing, there) == ([], ["i"])


def test_alone_no_letter_is_marked():
    signs = [sign for group in differing(GROUPS, ()) for sign in group]

    assert not [sign for sign in signs if sign.differs]


def test_an_address_is_said_sign_by_sign():
    said = spelled(("A.b_1-c+d", "@", "x.org"), Phrases())

    assert said == ("capital A, dot, b, underscore, 1, dash, c, plus, d, at, x, dot, o, r, g")


def test_the_page_tells_a_screen_reader_every_sign_and_passes_an_answer_on(open_window):
    shown = opened(open_window, page("read_back"))

    text = shown.body.findChildren(ReadBackText)[0]
    shown.press("No, let me change it")

    assert text.accessibleName().startswith("m, a, r, i, a, dot, l, o, p, e, z, 7, 0, at, g, m")
    assert shown.events == [Chosen("mend")]


def test_the_second_text_stands_under_the_first_on_one_line_each(open_window):
    shown = opened(open_window, page("did_you_mean"), STAGES["small"])

    first, second = shown.body.findChildren(ReadBackText)

    assert place_of(first, shown.window).bottom() < place_of(second, shown.window).top()
    assert first.height() == second.height() < 2 * first.fontMetrics().height() + 60


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("size", [0, 3])
def test_a_long_address_is_never_clipped(open_window, stage, size):
    shown = opened(open_window, page("long_read_back"), STAGES[stage], look(size))

    text = shown.body.findChildren(ReadBackText)[0]

    assert text.height() >= text.heightForWidth(text.width())
    assert text.width() >= text.minimumSizeHint().width()


def test_a_digit_stands_on_a_plate_that_needs_no_colour_to_be_seen(qtbot, qapp):
    kit = kit_for(Look("black_on_white", motion=False))
    texts = [ReadBackText((sign,), kit) for sign in ("0", "O")]
    for text in texts:
        qtbot.addWidget(text)
        text.resize(text.sizeHint())

    pictures = [text.grab().toImage() for text in texts]
    above_the_sign = [(x, y) for x in range(20, 50) for y in range(16, 27)]
    dark = [sum(each.pixelColor(*at).value() < 128 for at in above_the_sign) for each in pictures]

    assert dark[0] > 20
    assert dark[1] == 0


def test_an_address_stands_at_the_start_side_and_keeps_its_direction(qtbot, qapp):
    texts = [ReadBackText(("l1", "@"), kit_for(right_to_left=way)) for way in (False, True)]
    for text in texts:
        qtbot.addWidget(text)
        text.resize(700, text.heightForWidth(700))

    pictures = [text.grab().toImage() for text in texts]
    wide = texts[0].sizeHint().width()

    # The very same letters in the same order, only at the other side of the panel.
    letters = pictures[0].copy(8, 8, wide - 16, 60)
    moved = [pictures[1].copy(x, 8, wide - 16, 60) for x in range(8, 700 - wide + 12)]
    assert moved.index(letters) >= 700 - wide - 4


def test_the_long_sample_is_really_too_long_for_one_line(qapp):
    kit = kit_for(look())

    width = ReadBackText(LONG_READ_BACK.groups, kit).sizeHint().width()

    assert width > STAGES["small"][0]
