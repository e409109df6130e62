"""Leaves out what a station does not have: an answer that needs a printer, where there is none."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from kiosk.core.flow import Flow, Form, Pick, Question, Screen, Wait

NEEDS = ("ticket", "wifi", "printer", "call_back", "free_places")
"""What an answer may need: a visit that can be taken up later, and what a site file may set."""


def with_what_there_is(flows: Mapping[str, Flow], has: Collection[str]) -> dict[str, Flow]:
    """The flows without the answers that need something else than `has`; the same ones where there
    is nothing to leave out."""
    return {name: _fitted(flow, has) for name, flow in flows.items()}


def _fitted(flow: Flow, has: Collection[str]) -> Flow:
    screens = {name: _of_screen(screen, has) for name, screen in flow.screens.items()}
    same = all(screens[name] is screen for name, screen in flow.screens.items())
    return flow if same else replace(flow, screens=screens)


def _of_screen(screen: Screen, has: Collection[str]) -> Screen:
    if not isinstance(screen, Question | Form | Pick | Wait):
        return screen
    there = tuple(one for one in screen.answers if not one.needs or one.needs in has)
    return screen if len(there) == len(screen.answers) else replace(screen, answers=there)
