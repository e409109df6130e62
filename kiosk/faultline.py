"""Where a fault in the program happened: its place in our code, and nothing of its matter."""

from pathlib import Path
from traceback import extract_tb
from types import TracebackType

_PACKAGE = Path(__file__).resolve().parent


def place_of(trace: TracebackType | None) -> str:
    """The innermost place of ours, as file:line function; the file without the folders above us."""
    frames = extract_tb(trace)
    ours = [frame for frame in frames if _PACKAGE in Path(frame.filename).parents] or frames
    if not ours:
        return "an unknown place"
    last = ours[-1]
    path = Path(last.filename)
    named = path.relative_to(_PACKAGE.parent) if _PACKAGE in path.parents else Path(path.name)
    return f"{named.as_posix()}:{last.lineno} {last.name}"
