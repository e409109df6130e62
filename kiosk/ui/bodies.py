"""The one table that tells which widget shows which kind of page."""

from typing import TYPE_CHECKING, assert_never

from kiosk.core.scenes import Chart, Letter, Mail, Mailbox, Report, Scene, Sheet, TypedOut
from kiosk.core.view import Body, Choice, End, Form, Password, Pick, ReadBack, Wait
from kiosk.ui.kit import Kit
from kiosk.ui.screens.choice import ChoiceBody
from kiosk.ui.screens.end import EndBody
from kiosk.ui.screens.form import FormBody
from kiosk.ui.screens.password import PasswordBody
from kiosk.ui.screens.pick import PickBody
from kiosk.ui.screens.read_back import ReadBackBody
from kiosk.ui.screens.wait import WaitBody

if TYPE_CHECKING:
    from kiosk.ui.practice.chart import ChartBody
    from kiosk.ui.practice.letter import LetterBody
    from kiosk.ui.practice.mail import MailBody, MailboxBody
    from kiosk.ui.practice.portal import ReportBody, SheetBody
    from kiosk.ui.practice.typed_out import TypedOutBody

    SceneWidget = (
        ChartBody | LetterBody | MailBody | MailboxBody | ReportBody | SheetBody | TypedOutBody
    )
    PageWidget = ChoiceBody | EndBody | FormBody | PasswordBody | PickBody | ReadBackBody | WaitBody
    BodyWidget = PageWidget | SceneWidget


def make_body(body: Body | Scene, kit: Kit) -> "BodyWidget":
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
        case _:
            return _make_scene(body, kit)


def _make_scene(scene: Scene, kit: Kit) -> "SceneWidget":
    """The widget that shows a page of the practice student; read in when the first one is shown."""
    from kiosk.ui.practice import chart, letter, mail, portal, typed_out

    match scene:
        case Mailbox():
            return mail.MailboxBody(scene, kit)
        case Mail():
            return mail.MailBody(scene, kit)
        case Report():
            return portal.ReportBody(scene, kit)
        case Sheet():
            return portal.SheetBody(scene, kit)
        case Chart():
            return chart.ChartBody(scene, kit)
        case Letter():
            return letter.LetterBody(scene, kit)
        case TypedOut():
            return typed_out.TypedOutBody(scene, kit)
    assert_never(scene)
