"""Where a flow leads: a way, a check or an outcome that is not there is told with its place."""

from collections.abc import Callable

import pytest

from kiosk.core.guide import Guide
from tests.core.made_slips import SOUND, problems

GuideOf = Callable[..., Guide]


@pytest.mark.parametrize(
    ("was", "is_now", "expected"),
    [
        (
            "start: ask",
            "start: aks",
            "3:1: K201 there is no screen 'aks' to start on",
        ),
        (
            "    next: card\n",
            "    next: crad\n    answers: {id: c, text: C, go: card}\n",
            "17:11: K202 there is no screen 'crad' in this flow; did you mean 'card'?",
        ),
        (
            "run: {run: part,",
            "run: {run: prat,",
            "21:9: K203 there is no flow 'prat'; did you mean 'part'?",
        ),
        (
            "{must: sorted,",
            "{must: sortd,",
            "16:10: K204 there is no check 'sortd'; did you mean 'sorted'?",
        ),
        (
            "{if: is_known, of: typed, go: end}",
            "{if: is_knwon, of: typed, go: end}",
            "23:22: K204 there is no check 'is_knwon'; did you mean 'is_known'?",
        ),
        (
            "with: {strict: true}",
            "with: {strit: true}",
            "10:50: K205 the check 'sorted' takes no 'strit'; did you mean 'strict'?",
        ),
        (
            "when: {far: Look again}, else: {go: pick}",
            "when: {far: Look again}",
            "16:10: K206 say what happens for these outcomes of 'sorted': near",
        ),
        (
            "when: {far: Look again}",
            "when: {fra: Look again}",
            "16:38: K207 'fra' is no outcome of 'sorted' (ok, far, near); did you mean 'far'?",
        ),
        (
            "when: {far: Look again}",
            "when: {ok: Look again}",
            "16:38: K207 leave 'ok' out: then the visit goes on by 'next'",
        ),
        (
            "is: far,",
            "is: afar,",
            "10:72: K207 'afar' is no outcome of 'sorted' (ok, far, near); did you mean 'far'?",
        ),
        (
            "{if: is_known, of: typed, go: end}, end]",
            "{if: is_known, of: typed, go: end}]",
            "23:22: K208 the last way has no 'if': say where to go otherwise",
        ),
        (
            "save: school}, next: wait}",
            "save: school}, next: [], answers: [{id: w, text: W, go: wait}]}",
            "19:58: K208 it is empty: say where to go",
        ),
        (
            "[{if: is_known, of: typed, go: end}, end]",
            "[end, {if: is_known, of: typed, go: end}, end]",
            "23:21: K209 what follows this way is never reached: it has no 'if'",
        ),
        (
            "after: {done: decide, left: end}",
            "after: {done: decide}",
            "21:20: K210 say where to go after 'part' returns 'left'",
        ),
        (
            "after: {done: decide, left: end}",
            "after: {done: decide, left: end, lfet: end}",
            "21:20: K210 'part' never returns 'lfet'; did you mean 'left'?",
        ),
        (
            "loop: {run: part, for_each: school, item: one, save: all, next",
            "loop: {run: part, for_each: school, save: all, next",
            "22:21: K211 'for_each' needs 'item' beside it",
        ),
        (
            "  end: {tell",
            "  lost: {decide: end}\n  end: {tell",
            "24:9: K212 nothing leads to the screen 'lost'",
        ),
        (
            "card: spam, answers: [{id: ok, text: OK, go: pick}]}",
            "card: spam, answers: [{id: ok, text: OK, go: card}]}",
            "18:9: K213 from 'card' a family can never reach an end",
        ),
        (
            "decide: [{if: is_known, of: typed, go: end}, end]",
            "decide: [{if: is_known, of: typed, go: decide}, end]",
            "23:12: K214 'decide' comes round to itself for ever",
        ),
    ],
)
def test_a_slip_is_told_with_its_place_its_code_and_a_guess(
    guide_of: GuideOf, was: str, is_now: str, expected: str
) -> None:
    assert SOUND.count(was) == 1

    told = problems(guide_of, SOUND.replace(was, is_now))

    assert told == [f"made.yaml:{one}" for one in expected.splitlines()]


ASK = "a: {ask: A?, answers: [{id: b, text: B, go: b}, {id: c, text: C, go: c}]}"


@pytest.mark.parametrize(
    ("screens", "round_and_round"),
    [
        (["a: {decide: b}"], []),
        (["a: {decide: [{if: is_known, of: x, go: a}, b]}"], ["a"]),
        (["a: {decide: c}", "c: {decide: [{if: is_known, of: x, go: b}, a]}"], ["a", "c"]),
        ([ASK, "c: {decide: a}"], []),
        ([ASK, "c: {decide: d}", "d: {decide: [{if: is_known, of: x, go: c}, b]}"], ["c", "d"]),
    ],
)
def test_a_circle_without_a_page_in_it_is_told(
    guide_of: GuideOf, screens: list[str], round_and_round: list[str]
) -> None:
    lines = "".join(f"  {line}\n" for line in [*screens, "b: {tell: Bye, end: DONE}"])
    text = f"flow: made\nversion: 1\nstart: a\nscreens:\n{lines}"

    told = [one for one in problems(guide_of, text) if " K214 " in one]

    assert [one.split("'")[1] for one in told] == round_and_round


def test_a_circle_of_ten_thousand_is_told_without_a_hitch(guide_of: GuideOf) -> None:
    links = "".join(f"  a{n}: {{decide: a{(n + 1) % 10_000}}}\n" for n in range(10_000))
    way_out = "  z: {tell: Bye, end: DONE}\n"
    text = f"flow: made\nversion: 1\nstart: a0\nscreens:\n{links}{way_out}"
    text = text.replace("a0: {decide: a1}", "a0: {decide: [{if: is_known, of: x, go: z}, a1]}")

    told = problems(guide_of, text)

    assert any(" K214 " in one for one in told)
