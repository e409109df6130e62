"""Reads docs/flows.md: its fenced blocks and tables, and does what a reader of it would do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "flows.md").read_text(encoding="utf-8")

_BLOCK = re.compile(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROSE = _BLOCK.sub("", PAGE)
_CODE = re.compile(r"`([^`]+)`")
_SCREEN = r"^  {}:.*\n(?:    .*\n|\n)*"


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what it is for, and its text."""

    language: str
    use: str
    text: str


BLOCKS = tuple(Block(*found) for found in _BLOCK.findall(PAGE))


def table(head: str) -> list[list[str]]:
    """The rows of the table whose first column has that head, as cells."""
    found = re.search(rf"^\| {re.escape(head)} \|.*\n\|[-|]+\n((?:\|.*\n)+)", PAGE, re.MULTILINE)
    assert found, f"the page has no table '{head}'"
    return [[cell.strip() for cell in row[1:-1].split("|")] for row in found[1].splitlines()]


def codes(cell: str) -> list[str]:
    return _CODE.findall(cell)


def calls_in(block: Block) -> Iterator[tuple[str, list[str]]]:
    """Each command line of a console block, with the lines that are shown below it."""
    text = block.text if block.language == "console" else ""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        line, *shown = part.splitlines()
        yield line, shown


def shown_in_order(shown: list[str], written: str) -> bool:
    lines = iter(written.splitlines())
    return all(any(line == one for line in lines) for one in shown)


def put_screens(path: Path, block: str) -> None:
    """Puts screens into a flow as the page asks. What is not marked as new must be there."""
    text = path.read_text(encoding="utf-8")
    old = [line for line in block.splitlines() if line and not line.endswith("# new")]
    assert [line for line in old if line not in text.splitlines()] == []
    first, *added = re.findall(r"^  (\w+):", block, re.MULTILINE)
    assert not any(re.search(_SCREEN.format(name), text, re.MULTILINE) for name in added)
    changed = re.sub(_SCREEN.format(first), lambda _: f"{block}\n", text, flags=re.MULTILINE)
    path.write_text(changed, encoding="utf-8")


def put_flows(home: Path, *uses: str) -> None:
    for block in BLOCKS:
        if block.language == "yaml" and block.use in uses:
            name = re.findall(r"^flow: (\w+)$", block.text, re.MULTILINE)[0]
            (home / "flows" / f"{name}.yaml").write_text(block.text, encoding="utf-8")
