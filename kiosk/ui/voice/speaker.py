"""The window's end of the voice: it hands orders to a process of its own, and tells the news."""

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

from kiosk.ui.voice.apart import command, python_path
from kiosk.ui.voice.orders import Broke, Listed, ListVoices, Order, Play, Say, read_news, written

_LEAVE_MS = 2000


class Speaker(QObject):
    """Takes an Order; `told` carries News. This one has no voice and tells nothing."""

    told = Signal(object)

    def order(self, order: Order) -> None:
        """Hands on an order."""

    def rest(self) -> None:
        """Lets go of all that was said; the next order begins afresh."""

    def end(self) -> None:
        """The program ends: nothing is left behind."""


class SpeakerApart(Speaker):
    """Starts the process with the first order and ends it at `rest`, so a silent visit costs none.

    `engine` names one of Qt's speech engines instead of the machine's usual one.
    """

    def __init__(self, parent: QObject | None = None, engine: str = "") -> None:
        super().__init__(parent)
        self._engine = engine
        self._process: QProcess | None = None
        self._awaited: Order | None = None

    def order(self, order: Order) -> None:
        """Hands on an order; the process is started where there is none."""
        if self._process is None:
            self._process = self._started()
        if isinstance(order, Say | Play | ListVoices):
            self._awaited = order
        self._process.write(written(order))

    def rest(self) -> None:
        """Sends the process home; one that does not go is ended."""
        process, self._process = self._process, None
        self._awaited = None
        if process is None:
            return
        process.readyReadStandardOutput.disconnect()
        process.finished.disconnect()
        process.errorOccurred.disconnect()
        process.finished.connect(process.deleteLater)
        process.closeWriteChannel()
        late = QTimer(process)
        late.setSingleShot(True)
        late.timeout.connect(process.kill)
        late.start(_LEAVE_MS)
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()

    def end(self) -> None:
        """Ends every process at once."""
        for process in self.findChildren(QProcess):
            process.kill()
            process.waitForFinished(_LEAVE_MS)

    def _started(self) -> QProcess:
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._gone)
        process.errorOccurred.connect(self._gone)
        program, *arguments = command(self._engine)
        process.start(program, arguments)
        return process

    def _read(self) -> None:
        while self._process is not None and self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            try:
                news = read_news(line)
            except ValueError:
                continue  # a sound library wrote there, too
            self.told.emit(news)

    def _gone(self) -> None:
        """The process ended by itself: who waits for its word shall know."""
        awaited = self._awaited
        self.rest()
        why = "the program that speaks has ended"
        match awaited:
            case Say(number=number) | Play(number=number):
                self.told.emit(Broke(number, why))
            case ListVoices():
                self.told.emit(Listed((), why))


def _environment() -> QProcessEnvironment:
    """Ours, and where the package lies, which the process may not find by itself."""
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONPATH", python_path(environment.value("PYTHONPATH")))
    return environment
