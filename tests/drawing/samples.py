"""Flows and sheets to draw: made by chance from a seed, and the parts of a drawn one."""

import random
from collections.abc import Iterator

from kiosk.core.flow import Answer, End, Flow, Question, Screen, Way
from kiosk.core.guide import Guide
from kiosk.drawing.sheet import Sheet

SHIPPED = (
    "account",
    "cannot_get_in",
    "email",
    "help",
    "one_school",
    "record",
    "reply",
    "request",
    "setup",
    "signed_in",
    "take_home",
)

# Those of them that run others.
RUNNING = ("cannot_get_in", "record", "setup")

# Words that every one of the formats might take for its own.
AWKWARD = (
    '"];end %%{init: {"a": 1}}%% --> x',
    "1. a list",
    "- [ ] to do",
    "`**bold**`",
    '<script>alert(1)</script> & "x" \\N \\" end',
    "end",
    "{{x}} [[y]] ((z)) | a | #35; ;;",
    "a\x07bell and a \x00 nothing",
    "日本語 العربية አማርኛ",
    "$$x^2$$ // \\\\ 'y'",
    "Averyveryverylongwordthatnolinecanholdbecauseitneverends",
    "",
)


def big_guide(screens: int, seed: int) -> Guide:
    """A guide with one flow, "big": mostly onward, now and then far ahead or back, six ends."""
    chance = random.Random(seed)  # noqa: S311 - a drawing, no secret
    ends = 6
    made: dict[str, Screen] = {}
    for number in range(screens - ends):
        onward = [
            number + 1,
            *(_near(chance, number, screens) for _ in range(chance.choice((1, 2, 2, 3)))),
        ]
        answers = (
            Answer(id=f"a{spot}", text=chance.choice(_WORDS), go=(Way(go=f"s{target}"),))
            for spot, target in enumerate(onward)
        )
        made[f"s{number}"] = Question(ask=f"What about number {number}?", answers=tuple(answers))
    for number in range(screens - ends, screens):
        made[f"s{number}"] = End(tell=f"This is the end {number}", end=f"X_{number}", tone="later")
    return Guide({"big": Flow(flow="big", version=1, start="s0", screens=made)}, "big", {})


def awkward_guide() -> Guide:
    """A guide with one flow, "end", whose titles and answers are the awkward words."""
    made: dict[str, Screen] = {}
    for number, words in enumerate(AWKWARD):
        answer = Answer(id="on", text=words, go=(Way(go=f"s{number + 1}"),))
        made[f"s{number}"] = Question(ask=words, answers=(answer,))
    made[f"s{len(AWKWARD)}"] = End(tell="end", end="X", tone="done")
    flow = Flow(flow="end", version=1, start="s0", screens=made, about='<b>"&\x07')
    return Guide({"end": flow}, "end", {})


def all_sheets(sheet: Sheet) -> Iterator[Sheet]:
    """That sheet and every sheet drawn open inside it."""
    yield sheet
    for inner in sheet.sheets.values():
        yield from all_sheets(inner)


_WORDS = ("Yes", "No, not yet", "I am not sure", "I want to do something else first", "Next")


def _near(chance: random.Random, number: int, screens: int) -> int:
    return min(screens - 1, max(0, round(number + chance.gauss(5, 10))))
