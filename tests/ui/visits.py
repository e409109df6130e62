"""A very small guide, one screen of each kind that a controller treats in its own way."""

from kiosk.core.builtin_checks import BUILTIN_CHECKS
from kiosk.core.conditions import Check, Situation, Verdict
from kiosk.core.flow import Answer, Clock, End, Errand, Field, Flow, Form, Must, Question, Wait, Way
from kiosk.core.guide import Guide
from kiosk.core.kept import Value


def _breaks(value: Value, situation: Situation) -> Verdict:
    raise ZeroDivisionError(f"{value} {situation}")


BROKEN = Check("broken", "Always breaks.", ("ok",), _breaks, ())


def to(place: str) -> tuple[Way, ...]:
    """The one way on to that screen."""
    return (Way(go=place),)


def answer(name: str, text: str, place: str) -> Answer:
    """An answer that leads to that screen."""
    return Answer(id=name, text=text, go=to(place))


_SETUP = Flow(
    flow="setup",
    version=1,
    start="first",
    step="email",
    screens={
        "first": Question(
            ask="Do you have an email address?",
            answers=(
                answer("yes", "Yes, I have one", "address"),
                answer("wait", "Wait for a message", "waiting"),
                answer("done", "I have it all", "end"),
            ),
        ),
        "address": Form(
            ask="What is your address?",
            field=Field(kind="email", save="email"),
            checks=(Must(must="broken"),),
            next=to("end"),
        ),
        "waiting": Wait(
            tell="The message is on its way",
            wait=Clock(for_="reply"),
            answers=(answer("look", "Look elsewhere", "elsewhere"),),
            next=to("look_again"),
        ),
        "elsewhere": Question(
            ask="Is it in the spam folder?", answers=(answer("no", "No, wait on", "waiting"),)
        ),
        "look_again": Question(
            ask="Is it here now?",
            answers=(answer("yes", "Yes, it is", "end"), answer("no", "Wait again", "waiting")),
        ),
        "end": End(
            tell="You are done",
            end="all_done",
            tone="done",
            todo=(Errand(who="You", what="Look at the grades"),),
        ),
    },
)
_HELP = Flow(
    flow="help",
    version=1,
    start="coming",
    screens={
        "coming": Question(ask="Somebody will come", answers=(answer("over", "Go on", "gone"),)),
        "gone": End(tell="Thank you", end="helped"),
    },
)

WAIT_SECONDS = 300

GUIDE = Guide(
    flows={"setup": _SETUP, "help": _HELP},
    start="setup",
    checks={check.name: check for check in (*BUILTIN_CHECKS, BROKEN)},
    waits={"reply": WAIT_SECONDS},
)
