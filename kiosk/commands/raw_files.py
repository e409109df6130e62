"""The text of any file at all, or in one sentence why it has none."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import Problem

_MOST_BYTES = 16_000_000  # four million letters in UTF-8, at most


@dataclass(frozen=True)
class Raw:
    """The text of a file, or the one problem that kept it from being read."""

    text: str
    problem: Problem | None = None

    def both(self) -> tuple[str, list[Problem]]:
        """The text, and the problem as a list of one or none."""
        return self.text, [self.problem] if self.problem else []


def read_raw(path: Path) -> Raw:
    """The file as text. Never raises for what it holds; one that is far too long is not read."""

    def off(code: str, message: str, line: int = 0, column: int = 0) -> Raw:
        return Raw("", Problem(str(path), line, column, code, message))

    if not path.is_file():
        return off("K109", "this is not a file that can be read")
    try:
        if path.stat().st_size > _MOST_BYTES:
            return off("K101", "this file is too long to be a kiosk file")
        written = path.read_bytes()
    except OSError as trouble:
        return off("K109", f"this file cannot be read: {trouble.strerror}")
    if written.startswith((b"\xff\xfe", b"\xfe\xff")):
        return off("K109", "this file is in UTF-16: save it as UTF-8")
    try:
        return Raw(written.decode("utf-8-sig"))
    except UnicodeDecodeError as trouble:
        before = written[: trouble.start]
        line, column = before.count(b"\n") + 1, trouble.start - before.rfind(b"\n")
        return off("K109", "a letter here is not in UTF-8: save the file as UTF-8", line, column)
