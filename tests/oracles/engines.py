"""Foreign engines that play what our machine has played, each from its exported text."""

import contextlib
import io
import re

from PySide6.QtCore import QBuffer, QCoreApplication
from PySide6.QtScxml import QScxmlStateMachine
from statemachine.io import load

from tests.oracles.plays import Move, Play, Truths


def qt_moves(scxml: str, play: Play) -> list[list[Move]]:
    """What QtScxml leaves and enters in each turn. Needs a QCoreApplication."""
    found: list[list[Move]] = []
    buffer = QBuffer()
    buffer.setData(scxml.encode())
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    machine = QScxmlStateMachine.fromData(buffer, "flow.scxml")
    assert not machine.parseErrors(), [one.toString() for one in machine.parseErrors()]
    machine.log.connect(lambda label, page: found[-1].append((label, page)))
    stable: list[bool] = []
    machine.reachedStableState.connect(lambda: stable.append(True))
    machine.finished.connect(lambda: stable.append(True))
    start, *turns = play.turns
    found.append([])
    machine.setInitialValues(start.truths)
    machine.init()
    machine.start()
    _until(stable)
    for turn in turns:
        found.append([])
        if machine.isRunning():
            _tell_qt(machine, turn.truths)
            machine.submitEvent(turn.event)
            _until(stable)
    machine.stop()
    machine.deleteLater()
    return found


def _tell_qt(machine: QScxmlStateMachine, truths: Truths) -> None:
    data = machine.dataModel()
    for name, truth in truths.items():
        assert data.setScxmlProperty(name, truth, "the play")


def _until(stable: list[bool]) -> None:
    """Lets Qt work until the machine has come to rest; far more than any play needs is a fault."""
    for _ in range(1_000):
        QCoreApplication.processEvents()
        if stable:
            stable.clear()
            QCoreApplication.processEvents()  # what the machine logs, it hands over one round later
            return
    raise AssertionError("QtScxml does not come to rest")


class Facts:
    """What is true, as python-statemachine looks it up: an attribute a guard."""

    state = None

    def tell(self, truths: Truths) -> None:
        """From now on this is true."""
        for name, truth in truths.items():
            setattr(self, name, truth)


class StateMachineEngine:
    """python-statemachine, built once from one SCXML text.

    Its guards look into the model; the text's own `<datamodel>` is left out, because the library
    fills that in for the first machine of a class only.
    """

    def __init__(self, scxml: str) -> None:
        text = re.sub(r"<datamodel>.*</datamodel>", "", scxml, flags=re.DOTALL)
        self._chart = load(text, format="scxml", name="Flow")

    def moves(self, play: Play) -> list[list[Move]]:
        """What python-statemachine leaves and enters in each turn, as its log tells."""
        facts = Facts()
        start, *turns = play.turns
        facts.tell(start.truths)
        with contextlib.redirect_stdout(io.StringIO()) as told:
            machine = self._chart(model=facts)
            found = [_read(told)]
            for turn in turns:
                facts.tell(turn.truths)
                machine.send(turn.event)
                found.append(_read(told))
        return found


def _read(told: io.StringIO) -> list[Move]:
    lines = told.getvalue().splitlines()
    told.seek(0)
    told.truncate()
    return [(label, page.strip("'")) for label, _, page in (line.partition(": ") for line in lines)]
