"""Each finding is explained on one page, and the page's examples show that it is so."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from polib import POEntry

from kiosk.commands.check_files import findings_in
from kiosk.core.lint.findings import FINDINGS, finding_of
from kiosk.language.catalogue import mark_reviewed, read_catalogue, say
from kiosk.resources import Folders, flows_dir, translations_dir
from tests.core.findings_page import Entry, entries, files_of

KIOSK = Path(__file__).parents[2] / "kiosk"
HELP = flows_dir() / "help.yaml"
DEMO = flows_dir() / "demo"

BACK = b"flow: example\nversion: 1\nstart: back\nscreens: {back: {return: back}}\n"

# What the page tells in words, because no page can show it.
MADE: dict[str, Callable[[], dict[str, bytes]]] = {
    "K101": lambda: {"example.yaml": b"# " + b"x" * 8_000_000},
    "K103": lambda: {"example.yaml": b"# to be written\n"},
    "K109": lambda: {"example.yaml": "flow: café\n".encode("latin-1")},
    "K129": lambda: {"example.yaml": b"".join(b"key_%d: 1\n" % n for n in range(2000))},
    "K130": lambda: {"example.yml": b"", "example.yaml": BACK},
    "K134": lambda: {"example.yaml": BACK + b"about: " + b"word " * 2000},
    "K170": lambda: {name: (DEMO / name).read_bytes() for name in ("words.yaml", "maya.yaml")},
    "K420": lambda: {"so.po": catalogue_with(lambda entry: say(entry, [""]))},
    "K421": lambda: {"so.po": catalogue_with(lambda entry: setattr(entry, "msgid", "Old words"))},
    "K422": lambda: {"so.po": catalogue_with(lambda entry: mark_reviewed(entry, False))},
    "K423": lambda: {"so.po": catalogue_with(lambda entry: say(entry, ["Iskuulka"]), "{school}")},
    "K424": lambda: {"so.po": catalogue_with(lambda entry: say(entry, ["{escuela}"]))},
    "K425": lambda: {"so.po": catalogue_with(lambda entry: say(entry, ["<b>Dib</b>"]))},
    "K426": lambda: {"so.po": catalogue_with(lambda entry: say(entry, ["Dib "]))},
    "K427": lambda: {"so.po": catalogue_with(lambda entry: say(entry, ["x" * 99]), "Email")},
    "K428": lambda: {"so.po": b'msgctxt "a"\nmsgid "b"\nmsgtsr "c"\n'},
    "K429": lambda: {"so.csv": b'context,english,translation\nshell.back,Back,"Dib\n'},
    "K430": lambda: {"so.csv": b"context,english\n"},
    "K431": lambda: {"so.csv": b"context,english,translation\nno/such.title,Yes,Haa\n"},
    "K432": lambda: {"so.csv": b"context,english,translation\nshell.back,Backwards,Dib\n"},
    "K433": lambda: {"so.csv": b"context,english,translation" + 2 * b"\nshell.back,Back,Dib"},
    "K232": lambda: {"example.yaml": BACK, "help.yaml": b""},
}
# What one slip makes of the rest: these come with it.
COMES_WITH = {"K107": {"K127"}, "K129": {"K112"}, "K225": {"K213"}}


def catalogue_with(change: Callable[[POEntry], None], english: str = "") -> bytes:
    """The shipped Somali, all of it reviewed, with the first sentence that has that English, or the
    first of all, changed."""
    catalogue = read_catalogue(translations_dir() / "so.po")
    for entry in catalogue:
        mark_reviewed(entry, True)
    plain = (one for one in catalogue if not one.msgid_plural)
    change(next(one for one in plain if english in one.msgid))
    return str(catalogue).encode()


def codes(folder: Path, files: dict[str, bytes]) -> set[str]:
    """The codes of all that is found in these files, beside which the help stands."""
    is_flow = any(name.endswith("example.yaml") or b"flow: " in files[name] for name in files)
    if is_flow and "help.yaml" not in files:
        shutil.copy(HELP, folder)
    for name, written in files.items():
        if written or name != "help.yaml":
            (folder / name).write_bytes(written)
    path = folder if is_flow or len(files) > 1 else folder / next(iter(files))
    return {problem.code for problem in findings_in([path], Folders.shipped())}


def encoded(example: str) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files_of(example).items()}


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.code)
def test_the_wrong_example_shows_the_finding_and_no_other(entry: Entry, tmp_path: Path) -> None:
    files = encoded(entry.wrong) if entry.is_shown else MADE[entry.code]()

    found = codes(tmp_path, files)

    assert entry.code in found
    assert found - {entry.code} <= COMES_WITH.get(entry.code, set())


@pytest.mark.parametrize(
    "entry", [one for one in entries() if "\n" in one.right], ids=lambda entry: entry.code
)
def test_the_right_example_is_sound_to_the_last_advice(entry: Entry, tmp_path: Path) -> None:
    found = codes(tmp_path, encoded(entry.right))

    assert found == set()


def test_the_page_and_the_program_know_the_same_findings() -> None:
    on_the_page = [(one.code, one.group, one.level, one.what) for one in entries()]

    in_the_program = [(one.code, one.group, one.level, one.what) for one in FINDINGS]

    assert on_the_page == in_the_program


def test_every_code_that_the_program_can_say_is_a_finding_and_the_other_way_round() -> None:
    sources = [path for path in KIOSK.rglob("*.py") if path.name != "findings.py"]
    said = {code for path in sources for code in re.findall(r"\bK\d{3}\b", path.read_text("utf-8"))}

    table = {finding.code for finding in FINDINGS}

    assert said == table


def test_a_code_is_looked_up_and_an_unknown_one_is_refused() -> None:
    assert finding_of("K112").level == "error"
    assert finding_of("K301").group == "reading"
    with pytest.raises(KeyError):
        finding_of("K999")


def test_there_is_no_finding_without_an_example_that_can_be_made() -> None:
    told = {one.code for one in entries() if not one.is_shown}

    assert told == set(MADE)
