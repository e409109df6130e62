"""Reads docs/findings.md: each finding with its wrong and its right example, as whole files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kiosk.demo.shapes import WordsFile
from kiosk.resources import flows_dir, read_text

PAGE = Path(__file__).parents[2] / "docs" / "findings.md"
# The first key of an example that shows a part of a site file.
SITE_PARTS = ("portal", "schools", "waits", "languages", "station", "demo")
# The first key of an example that shows a part of the practice's words.
WORDS_PARTS = WordsFile.parts

_ENTRY = re.compile(r"^### (K\d{3}) (error|advice): (.+)$", re.MULTILINE)
_GROUP = re.compile(r"^## (\w+)$", re.MULTILINE)
_EXAMPLE = re.compile(
    r"^(Wrong|Right):(?: (.+?)$|\n+```yaml\n(.*?)^```$)", re.MULTILINE | re.DOTALL
)
_FILE = re.compile(r"^# file: (\S+)\n", re.MULTILINE)
_FIRST_KEY = re.compile(r"^([a-z_]+):", re.MULTILINE)
_DONE = """\
  done:
    tell: That is all for today
    picture: celebrate
    end: DONE
    tone: done
    todo:
      - {who: You, what: "Look again next week.", when: "Any school day"}
"""


@dataclass(frozen=True)
class Entry:
    """One finding as the page has it. An example is a text in YAML, or what it is in words."""

    code: str
    group: str
    level: str
    what: str
    wrong: str
    right: str

    @property
    def is_shown(self) -> bool:
        """Whether the wrong example stands on the page, and is not only told in words."""
        return "\n" in self.wrong


@cache
def entries() -> tuple[Entry, ...]:
    """Every finding of the page, in its order."""
    return tuple(_entries(PAGE.read_text(encoding="utf-8")))


def _entries(page: str) -> Iterator[Entry]:
    groups = list(_GROUP.finditer(page))
    found = list(_ENTRY.finditer(page))
    for entry, after in zip(found, [*found[1:], None], strict=True):
        part = page[entry.end() : after.start() if after else len(page)]
        examples = {kind: words or text for kind, words, text in _EXAMPLE.findall(part)}
        group = [one[1] for one in groups if one.start() < entry.start()][-1].lower()
        yield Entry(entry[1], group, entry[2], entry[3], examples["Wrong"], examples["Right"])


def files_of(example: str) -> dict[str, str]:
    """The whole files of an example, by name."""
    first, *parts = _FILE.split(example)
    files = {_name(first): _whole(first)} if first.strip() else {}
    return files | {name: _whole(text) for name, text in zip(parts[::2], parts[1::2], strict=True)}


def _first_key(text: str) -> str:
    found = _FIRST_KEY.search(text)
    return found[1] if found else ""


def _name(text: str) -> str:
    key = _first_key(text)
    if key in SITE_PARTS:
        return "site.yaml"
    if key in WORDS_PARTS:
        return "words.yaml"
    names = {"provider": "postbox.yaml", "id": "our-portal.yaml", "mail": "mail.yaml"}
    return {**names, "student": "ana.yaml", "remedies": "remedies.yaml"}.get(key, "example.yaml")


def _whole(text: str) -> str:
    """The example with what stands around it, as the page says."""
    key = _first_key(text)
    if key in SITE_PARTS:
        return _with_part("site.example.yaml", key, text)
    if key in WORDS_PARTS:
        return _with_part("demo/words.yaml", key, text)
    if key == "mail":
        return read_text(flows_dir() / "demo" / "mail.yaml") + text.removeprefix("mail:")
    if key in ("flow", "provider", "id", "student", "remedies"):
        return text
    screens = "".join(f"  {line}\n" for line in text.splitlines())
    end = _DONE if re.search(r"\b(?!tone)\w+: done\b", text) else ""
    return f"flow: example\nversion: 1\nstart: {key}\nscreens:\n{screens}{end}"


def _with_part(name: str, key: str, part: str) -> str:
    """A shipped file with that part of it instead of its own."""
    shipped = read_text(flows_dir() / name)
    rest = re.sub(rf"^{key}:.*?(?=^\S|\Z)", "", shipped, flags=re.MULTILINE | re.DOTALL)
    return f"{rest}\n{part}"
