"""A check of the letters of a come-back ticket."""

from collections.abc import Callable
from typing import Literal

from kiosk.core.conditions import OK, Check, Example, Situation, Verdict
from kiosk.core.kept import Value

TicketOutcome = Literal["ok", "empty", "slip", "over", "elsewhere", "unknown"]
JudgeTicket = Callable[[str], TicketOutcome]


def stand_in(text: str) -> TicketOutcome:
    """Judges where there is no key to judge by: in tours, tests and at a desk. It knows one ticket
    of each kind by its name."""
    match text.strip().lower():
        case "good":
            return "ok"
        case "slip":
            return "slip"
        case "over":
            return "over"
        case "elsewhere":
            return "elsewhere"
        case _:
            return "unknown"


def ticket_check(judge: JudgeTicket = stand_in) -> Check:
    """The check, with that judge of what was typed or scanned."""

    def judged(value: Value, situation: Situation) -> Verdict:
        text = value if isinstance(value, str) else ""
        return Verdict(judge(text) if text.strip() else "empty")

    return Check(
        name="ticket",
        about="These are the letters of a ticket with which one can go on here.",
        outcomes=(OK, "empty", "slip", "over", "elsewhere", "unknown"),
        judge=judged,
        examples=(
            Example("good", OK),
            Example("", "empty"),
            Example("slip", "slip"),
            Example("over", "over"),
            Example("elsewhere", "elsewhere"),
            Example("anything", "unknown"),
        ),
    )
