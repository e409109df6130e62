"""Where a fault in the program happened: its place in our code, and nothing of its matter."""

from pathlib import Path
from traceback import extract_tb
from types import TracebackType


def place_of(trace: TracebackType | None) -> str:
    """The innermost place of ours, as file:line function; the file without its folders' root."""
    frames = extract_tb(trace)
    ours = [frame for frame in frames if "kiosk" in Path(frame.filename).parts] or frames
    if not ours:
        return "an unknown place"
    last = ours[-1]
    parts = Path(last.filename).parts
    start = len(parts) - 1 - parts[::-1].index("kiosk") if "kiosk" in parts else len(parts) - 1
    return f"{'/'.join(parts[start:])}:{last.lineno} {last.name}"
