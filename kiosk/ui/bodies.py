"""The one table that tells which widget shows which kind of page."""

from typing import assert_never

from kiosk.core.view import Body, Choice, End, Form, Password, Pick, ReadBack, Wait
from kiosk.ui.kit import Kit
from kiosk.ui.screens.choice import ChoiceBody
from kiosk.ui.screens.end import EndBody
from kiosk.ui.screens.form import FormBody
from kiosk.ui.screens.password import PasswordBody
from kiosk.ui.screens.pick import PickBody
from kiosk.ui.screens.read_back import ReadBackBody
from kiosk.ui.screens.wait import WaitBody

BodyWidget = ChoiceBody | EndBody | FormBody | PasswordBody | PickBody | ReadBackBody | WaitBody


def make_body(body: Body, kit: Kit) -> BodyWidget:
    """The widget that shows a body; its signal `happened` carries an Event."""
    match body:
        case Choice():
            return ChoiceBody(body, kit)
        case ReadBack():
            return ReadBackBody(body, kit)
        case Form():
            return FormBody(body, kit)
        case Pick():
            return PickBody(body, kit)
        case Password():
            return PasswordBody(body, kit)
        case Wait():
            return WaitBody(body, kit)
        case End():
            return EndBody(body, kit)
    assert_never(body)
