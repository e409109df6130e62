"""Writes a flow as SCXML, the W3C's language of statecharts, for any engine that reads it.

Each guard is a boolean of the data model that starts as false; whoever runs the chart sets it
before an event. Entering and leaving a page is a `<log>` with the label "entered" or "left".

No transition says `type="internal"`: by the recommendation (3.13) it means something only where a
compound state leads to a state inside it, which no flow does, and one of the engines that we
compare with refuses it anywhere else. What re-enters, does so as every transition of SCXML does.

What is portable and what stays outside: see `kiosk.drawing.portable`.
Source: https://www.w3.org/TR/scxml/
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from kiosk.core.guide import Guide
from kiosk.drawing.portable import State, Statechart, Transition
from kiosk.drawing.unfolding import statechart_of

_NAMESPACE = "http://www.w3.org/2005/07/scxml"


def scxml_of(guide: Guide, name: str) -> str:
    """The flow `name` and all that it runs as one SCXML document. Raises NotPortable."""
    return scxml_text(statechart_of(guide, name))


def scxml_text(chart: Statechart) -> str:
    """The statechart as an SCXML document, a text that ends in a new line."""
    root = Element("scxml", xmlns=_NAMESPACE, version="1.0", datamodel="ecmascript")
    root.set("name", chart.name)
    root.set("initial", chart.initial)
    if chart.guards:
        data = SubElement(root, "datamodel")
        for guard in chart.guards:
            SubElement(data, "data", id=guard.variable, expr="false")
    for state in chart.states:
        _write(root, state)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _write(around: Element, state: State) -> None:
    element = SubElement(around, "final" if state.final else "state", id=state.id)
    if state.initial:
        element.set("initial", state.initial)
    if state.kind == "seen":
        _tell(element, "onentry", "entered", state)
        if not state.final:
            _tell(element, "onexit", "left", state)
    for transition in state.transitions:
        _lead(element, transition)
    for inner in state.states:
        _write(element, inner)


def _tell(element: Element, when: str, label: str, state: State) -> None:
    SubElement(SubElement(element, when), "log", label=label, expr=f"'{state.id}'")


def _lead(element: Element, transition: Transition) -> None:
    made = SubElement(element, "transition")
    if transition.event:
        made.set("event", transition.event)
    if transition.guard:
        made.set("cond", transition.guard.variable)
    if transition.target:
        made.set("target", transition.target)
