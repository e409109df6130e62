"""Writes a flow as a machine config of XState v5, in JSON, for `createMachine(config, ...)`.

A guard is an object: `type` is the check (or `has_next_item`), its `params` say of what, and which
outcome is meant; `params.variable` is the same name that the SCXML document gives it. Entering and
leaving a page is an action of the type "entered" or "left" with the state's id in `params.page`.
Only what re-enters says `reenter`.

What is portable and what stays outside: see `kiosk.drawing.portable`.
Source: https://stately.ai/docs/machines
"""

import json
from typing import Any

from kiosk.core.guide import Guide
from kiosk.drawing.portable import Guard, State, Statechart, Transition
from kiosk.drawing.unfolding import statechart_of

Json = dict[str, Any]


def xstate_of(guide: Guide, name: str) -> str:
    """The flow `name` and all that it runs as one machine config. Raises NotPortable."""
    return xstate_text(statechart_of(guide, name))


def xstate_text(chart: Statechart) -> str:
    """The statechart as a JSON text that ends in a new line."""
    config: Json = {"id": chart.name}
    if chart.about:
        config["description"] = chart.about
    config["initial"] = chart.initial
    config["states"] = {state.key: _state(chart, state) for state in chart.states}
    return json.dumps(config, ensure_ascii=False, indent=2) + "\n"


def _state(chart: Statechart, state: State) -> Json:
    made: Json = {"meta": {"place": state.place}}
    if state.title:
        made["description"] = state.title
    if state.final:
        made["type"] = "final"
    if state.kind == "seen":
        made["entry"] = [_told("entered", state)]
        if not state.final:
            made["exit"] = [_told("left", state)]
    made.update(_steps(chart, state))
    if state.states:
        made["initial"] = state.initial.rpartition(".")[2]
        made["states"] = {inner.key: _state(chart, inner) for inner in state.states}
    return made


def _steps(chart: Statechart, state: State) -> Json:
    """The ways on: those of each event under `on`, those without one under `always`."""
    steps: dict[str, list[Json]] = {}
    for transition in state.transitions:
        steps.setdefault(transition.event, []).append(_step(chart, transition))
    by_itself = steps.pop("", [])
    events = {event: _one_or_more(some) for event, some in steps.items()}
    always = {"always": _one_or_more(by_itself)} if by_itself else {}
    return {**always, **({"on": events} if events else {})}


def _one_or_more(steps: list[Json]) -> Json | list[Json]:
    return steps[0] if len(steps) == 1 else steps


def _told(label: str, state: State) -> Json:
    return {"type": label, "params": {"page": state.id}}


def _step(chart: Statechart, transition: Transition) -> Json:
    step: Json = {}
    if transition.guard:
        step["guard"] = _guard(transition.guard)
    if transition.target:
        step["target"] = f"#{chart.name}.{transition.target}"
    if transition.reenters:
        step["reenter"] = True
    return step


def _guard(guard: Guard) -> Json:
    if guard.for_each:
        params: Json = {"for_each": guard.for_each}
    else:
        params = {"of": guard.of, "with": dict(guard.with_), "is": guard.is_}
    return {
        "type": guard.check or "has_next_item",
        "params": {
            "variable": guard.variable,
            **{key: said for key, said in params.items() if said},
        },
    }
