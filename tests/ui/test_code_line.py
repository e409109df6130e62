"""What is to be typed in place of a code: it breaks where it may, and what is what is seen."""

import pytest

from kiosk.ui.lines import Lines
from kiosk.ui.theme import SIZES, Look
from kiosk.ui.widgets.code_line import CodeLine, CodeLines, breakable
from tests.ui.codes import grey
from tests.ui.samples_bodies import kit_for

pytestmark = pytest.mark.usefixtures("qapp")

ADDRESS = "front-office@cedar-hill.example/families"
WIFI = "CedarHill-Guest\nwelcome-families"


def shown_lines(text: str, width: float) -> list[str]:
    """The lines of a text as they are drawn in that width, in pixels."""
    lines = Lines(breakable(text), kit_for().theme.font("mono"))
    lines.height(width)
    whole = lines._layout.text()
    spans = [lines._layout.lineAt(n) for n in range(lines._layout.lineCount())]
    cut = [whole[one.textStart() : one.textStart() + one.textLength()] for one in spans]
    return ["".join(sign for sign in one if sign not in "\u200b\u2060") for one in cut]


def test_a_word_with_a_hyphen_is_not_broken_there():
    text = "my.welcome-families"
    width = CodeLines(text, kit_for()).least_width()

    lines = shown_lines(text, width)

    assert lines == ["my.", "welcome-families"]


def test_an_address_breaks_at_its_signs_and_nowhere_else():
    width = CodeLines(ADDRESS, kit_for()).least_width()

    lines = shown_lines(ADDRESS, width)

    assert "".join(lines) == ADDRESS
    assert lines == ["front-office", "@cedar-hill.", "example/", "families"]


@pytest.mark.parametrize("size", SIZES)
def test_the_name_of_a_network_and_its_password_have_a_sign_each(qtbot, size):
    kit = kit_for(Look(size=size))
    both, name = CodeLine(WIFI, kit), CodeLine("CedarHill-Guest", kit)
    for one in (both, name):
        qtbot.addWidget(one)
        one.resize(one.sizeHint())

    first_ink = [left_ink(one) for one in (both, name)]

    assert both.sizeHint().width() > name.sizeHint().width() + kit.theme.px(5)
    assert first_ink[0] < kit.theme.px(3)
    assert both.heightForWidth(both.width()) > 2 * name.heightForWidth(name.width())


def left_ink(line: CodeLine) -> int:
    """The first column of pixels with something in it."""
    rows = grey(line.grab().toImage())
    ground = rows[0][0]
    return min(x for row in rows for x, value in enumerate(row) if value != ground)


def test_the_line_of_a_code_with_one_part_has_no_sign(qtbot):
    kit = kit_for()
    line = CodeLine("families.example", kit)
    qtbot.addWidget(line)

    widths = (line.widest(5000), CodeLines("families.example", kit).natural_width())

    assert abs(widths[0] - widths[1]) <= 1
