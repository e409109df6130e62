"""The chart of `engine_charts` for the engines that follow the W3C's statecharts."""

from collections.abc import Sequence
from typing import Any

from benchmarks.engine_charts import PAGES, Job


class PythonStatemachine:
    """python-statemachine, from a definition of plain dicts."""

    def __init__(self, job: Job) -> None:
        from statemachine.io import create_machine_class_from_definition

        states: dict[str, Any] = {}
        for flow in range(job.flows):
            pages = {f"f{flow}_s{page}": self._page(job, flow, page) for page in range(PAGES)}
            states[f"f{flow}"] = {"initial": not flow, "states": pages}
        self._machine = create_machine_class_from_definition(
            "Job",
            states=states,
            validate_trap_states=False,
            validate_final_reachability=False,
            validate_disconnected_states=False,
        )()

    def _page(self, job: Job, flow: int, page: int) -> dict[str, Any]:
        here, following = f"f{flow}_s{page}", f"f{flow}_s{(page + 1) % PAGES}"
        return {
            "initial": not page,
            "on": {
                "on": [{"target": following, "cond": _is_open}],
                "again": [{"target": here}],
                "away": [{"target": f"f{job.away(flow)}"}],
            },
        }

    def play(self, events: Sequence[str]) -> None:
        send = self._machine.send
        for event in events:
            send(event)

    def page(self) -> str:
        return max((str(value) for value in self._machine.configuration_values), key=len)


def _is_open() -> bool:
    return True


class Sismic:
    """sismic, from its own objects."""

    def __init__(self, job: Job) -> None:
        from sismic.interpreter import Interpreter
        from sismic.model import BasicState, CompoundState, Statechart, Transition

        chart = Statechart("job")
        chart.add_state(CompoundState("job", initial="f0"), None)
        for flow in range(job.flows):
            chart.add_state(CompoundState(f"f{flow}", initial=f"f{flow}_s0"), "job")
            for page in range(PAGES):
                chart.add_state(BasicState(f"f{flow}_s{page}"), f"f{flow}")
        for flow, page in job.pages():
            here, following = f"f{flow}_s{page}", f"f{flow}_s{(page + 1) % PAGES}"
            chart.add_transition(Transition(here, following, "on", "is_open"))
            chart.add_transition(Transition(here, here, "again"))
            chart.add_transition(Transition(here, f"f{job.away(flow)}", "away"))
        self._interpreter = Interpreter(chart, initial_context={"is_open": True})
        self._interpreter.execute()

    def play(self, events: Sequence[str]) -> None:
        interpreter = self._interpreter
        for event in events:
            interpreter.queue(event)
            interpreter.execute()

    def page(self) -> str:
        return str(max(self._interpreter.configuration, key=len))


class QtScxml:
    """QtScxml, from SCXML. Needs a QCoreApplication."""

    def __init__(self, job: Job) -> None:
        from PySide6.QtCore import QBuffer, QCoreApplication
        from PySide6.QtScxml import QScxmlStateMachine

        self._rest = QCoreApplication.processEvents
        buffer = QBuffer()
        buffer.setData(_scxml(job).encode())
        buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._machine = QScxmlStateMachine.fromData(buffer, "job.scxml")
        self._machine.init()
        self._machine.start()
        self._rest()

    def play(self, events: Sequence[str]) -> None:
        for event in events:
            self._machine.submitEvent(event)
            self._rest()

    def page(self) -> str:
        return self._machine.activeStateNames()[0]


def _scxml(job: Job) -> str:
    parts = [
        '<scxml xmlns="http://www.w3.org/2005/07/scxml" version="1.0" datamodel="ecmascript" '
        'initial="f0"><datamodel><data id="is_open" expr="true"/></datamodel>'
    ]
    for flow in range(job.flows):
        parts.append(f'<state id="f{flow}" initial="f{flow}_s0">')
        for page in range(PAGES):
            here, following = f"f{flow}_s{page}", f"f{flow}_s{(page + 1) % PAGES}"
            parts.append(
                f'<state id="{here}">'
                f'<transition event="on" cond="is_open" target="{following}"/>'
                f'<transition event="again" target="{here}"/>'
                f'<transition event="away" target="f{job.away(flow)}"/></state>'
            )
        parts.append("</state>")
    return "".join([*parts, "</scxml>"])
