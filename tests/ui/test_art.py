"""Pictures and icons: recoloured by role, mirrored where they point, missed by name."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QTransform

from kiosk.core.errors import Missing
from kiosk.resources import assets_dir
from kiosk.ui.art import Art
from kiosk.ui.fonts import Fonts
from kiosk.ui.theme import Look, Role, Theme


@pytest.fixture
def theme(qapp) -> Theme:
    return Theme(Look(theme="white_on_black"), Fonts(assets_dir() / "fonts"))


def colors_of(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


def test_an_icon_has_the_colour_of_its_role_only(theme):
    art = Art(assets_dir(), theme)

    icon = art.icon("yes", 40, Role.focus).toImage()

    assert colors_of(icon) == {theme.color(Role.focus).name()}


def test_the_mark_of_a_mail_provider_keeps_its_own_colours(theme):
    art = Art(assets_dir(), theme)

    icon = art.icon("mail_gmail", 40, Role.focus).toImage()

    assert "#b3402e" in colors_of(icon)


def test_a_picture_is_drawn_in_the_colours_of_the_theme(theme):
    art = Art(assets_dir(), theme)

    colors = colors_of(art.picture("email", QSize(120, 120)).toImage())

    assert theme.color(Role.ink).name() in colors
    assert "#16232e" not in colors


def test_a_picture_keeps_its_shape_in_a_place_of_another_shape(theme):
    art = Art(assets_dir(), theme)

    picture = art.picture("email", QSize(300, 120))

    assert picture.size() == QSize(120, 120)


@pytest.mark.parametrize(("name", "turns"), [("back", True), ("yes", False)])
def test_only_what_points_turns_round_from_right_to_left(theme, name, turns):
    forth = Art(assets_dir(), theme).icon(name, 40).toImage()

    back = Art(assets_dir(), theme, right_to_left=True).icon(name, 40).toImage()

    assert (back != forth) is turns
    assert back == (forth.transformed(QTransform().scale(-1, 1)) if turns else forth)


def test_a_drawing_that_is_not_there_is_named(theme):
    art = Art(assets_dir(), theme)

    with pytest.raises(Missing) as told:
        art.icon("unicorn", 20)

    assert "icons/unicorn.svg" in str(told.value)


def test_the_same_icon_is_drawn_once(theme):
    art = Art(assets_dir(), theme)

    first = art.icon("yes", 20)

    assert art.icon("yes", 20).cacheKey() == first.cacheKey()


def test_the_oldest_drawings_are_let_go_when_they_take_much_memory(theme):
    art = Art(assets_dir(), theme)
    first = art.icon("yes", 20)

    for side in (1000, 1001, 1002):
        art.picture("email", QSize(side, side))

    assert art.icon("yes", 20).cacheKey() != first.cacheKey()
