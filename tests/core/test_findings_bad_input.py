"""Any file at all gets findings or one clear sentence, soon and in little memory: no traceback."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.commands.check_files import findings_in
from kiosk.core.builtin_checks import BUILTIN_CHECKS
from kiosk.core.flow import Flow
from kiosk.core.guide import Guide
from kiosk.core.lint.findings import finding_of
from kiosk.core.lint.ground import Art
from kiosk.core.lint.review import findings_of
from kiosk.core.shape.reader import read_all
from kiosk.core.shape.source import MOST_PROBLEMS
from kiosk.resources import Folders

ROOT = Path(__file__).parents[2]
SOON = 2.0  # seconds of the processor's time
MOST_KIB = 400_000

# Not by getrusage: a child's figure there begins with what its parent held.
CHECK_AND_TELL_MEMORY = """
import sys
from pathlib import Path
from kiosk.cli import main
code = main(["check", sys.argv[1]])
lines = Path("/proc/self/status").read_text().splitlines()
print(next(line.split()[1] for line in lines if line.startswith("VmHWM")))
sys.exit(code)
"""

HEAD = "flow: x\nversion: 1\nstart: s0\nscreens:\n"
LAUGHS = "a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


def screens(count: int, screen: str) -> str:
    """A flow of so many screens; %d stands for the number of each."""
    return HEAD + "".join(f"  s{n}: {screen.replace('%d', str(n))}\n" for n in range(count))


NASTY: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "a billion laughs": (lambda: LAUGHS, "K105"),
    "fifty megabytes of nonsense": (lambda: Random(7).randbytes(50_000_000), "K101"),  # noqa: S311
    "signs of YAML by chance": (
        lambda: "".join(Random(7).choices("ab:-[]{}&*!?#|>'\"@ \n\t", k=3_000_000)),  # noqa: S311
        "K1",
    ),
    "a program": (lambda: Path(sys.executable).read_bytes()[:1_000_000], "K109"),
    "UTF-16": (lambda: "flow: x".encode("utf-16"), "K109"),
    "UTF-32": (lambda: "flow: x".encode("utf-32"), "K109"),
    "Latin-1": (lambda: "flow: caf\u00e9".encode("latin-1"), "K109"),
    "a zero byte": (lambda: b"flow: x\0", "K109"),
    "tabs": (lambda: "flow: x\n" + "\tscreens: y\n" * 200_000, "K121"),
    "one anchor everywhere": (lambda: "".join(f"k{n}: &a x\n" for n in range(99_999)), "K117"),
    "an anchor inside itself": (lambda: "flow: &a [*a]", "K105"),
    "a hundred thousand brackets": (lambda: "[" * 100_000, "K102"),
    "thousands of levels": (lambda: "".join(f"{' ' * n}a:\n" for n in range(2_500)), "K102"),
    "a million dashes": (lambda: "- " * 1_000_000, "K102"),
    "a key of megabytes": (lambda: "k" * 3_900_000 + ": 1", "K1"),
    "a key of megabytes, marked": (lambda: "? " + "k" * 3_900_000 + "\n: 1", "K112"),
    "a text of megabytes": (lambda: HEAD + f"  s0: {{tell: {'a' * 3_900_000}, end: X}}\n", "K134"),
    "a number of megabytes": (lambda: f"flow: x\nversion: {'9' * 3_900_000}\n", "K115"),
    "a quote that stays open": (lambda: 'flow: "' + "a\n" * 1_900_000, "K124"),
    "a list without end": (lambda: "-\n" * 1_900_000, "K101"),
    "directives without end": (
        lambda: "".join(f"%TAG !a{n}! x\n" for n in range(50_000)) + "--- a",
        "K104",
    ),
    "repeats without end": (lambda: "a: &a x\nb: [" + "*a, " * 900_000 + "]", "K105"),
    "screens that are empty": (lambda: screens(20_000, "{}"), "K129"),
    "screens that lead nowhere": (
        lambda: screens(10_000, "{tell: x, answers: [{id: a, text: A, go: s_%d}]}"),
        "K202",
    ),
    "a circle of ten thousand": (lambda: screens(10_000, "{decide: s%d}"), "K21"),
    "a name for each screen": (
        lambda: screens(5_000, "{ask: x?, field: {kind: name, save: k%d}, next: s%d}"),
        "K212",
    ),
    "a page of answers": (
        lambda: HEAD + "  s0:\n    answers:\n" + "      - {id: a, text: A, go: s0}\n" * 20_000,
        "K215",
    ),
    "a row of ways": (
        lambda: HEAD + "  s0:\n    decide:\n" + "      - {if: is, of: a, go: s0}\n" * 20_000,
        "K250",
    ),
    "braces without end": (
        lambda: screens(500, "{tell: '" + "{" * 2_000 + "a}" * 1_000 + "', end: X}"),
        "K217",
    ),
    "letters without end": (lambda: screens(500, "{tell: " + "a-" * 2_000 + ", end: X}"), "K212"),
    "vowels without end": (lambda: screens(500, "{tell: " + "aeiouy" * 800 + ", end: X}"), "K212"),
    "spaces without end": (lambda: screens(500, f"{{tell: 'a{' ' * 4_800}b', end: X}}"), "K212"),
}


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_file_gets_findings_soon(name: str, tmp_path: Path) -> None:
    make, expected = NASTY[name]
    written = make()
    path = tmp_path / "x.yaml"
    path.write_bytes(written if isinstance(written, bytes) else written.encode())
    started = process_time()

    found = findings_in([path], Folders.shipped())

    assert process_time() - started < SOON
    assert any(problem.code.startswith(expected) for problem in found)
    assert len(found) <= 2 * MOST_PROBLEMS + 2
    assert all(finding_of(problem.code) for problem in found)


def test_a_folder_that_is_named_like_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").mkdir()
    (tmp_path / "y.yaml").write_text("flow: y\n", encoding="utf-8")

    found = findings_in([tmp_path], Folders.shipped())

    assert [problem.code for problem in found if problem.file.endswith("x.yaml")] == ["K109"]


@pytest.mark.skipif(sys.platform == "win32", reason="it has no pipes in folders")
def test_a_pipe_that_nobody_writes_to_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.yaml")

    found = findings_in([tmp_path / "x.yaml"], Folders.shipped())

    assert [problem.code for problem in found] == ["K109"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads Linux's own figures")
def test_many_nasty_files_in_one_run_stay_small_and_end_in_a_sentence(tmp_path: Path) -> None:
    for n, (make, _) in enumerate(NASTY.values()):
        written = make()
        path = tmp_path / f"x{n}.yaml"
        path.write_bytes(written if isinstance(written, bytes) else written.encode())

    call = [sys.executable, "-c", CHECK_AND_TELL_MEMORY, str(tmp_path)]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603

    *lines, memory = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (1, "")
    assert " to mend." in lines[-1]
    assert int(memory) < MOST_KIB


WORDS = st.sampled_from(
    ["flow", "x", "s0", "done", "1", "yes", "12:30", "{email}", "email", "{", "", "~", "is_known"]
)
KEYS = st.sampled_from(
    re.findall(
        r"\w+",
        """
        flow version start screens ask tell say picture answers id text go field kind save label
        next checks must when else keep pick of at_least at_most wait for minutes end tone todo
        who what run for_each item after decide if is with value return show beside steps card set
        """,
    )
)
TREES = st.recursive(
    WORDS | st.integers(-5, 99) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6),
    max_leaves=30,
)


def yaml_of(tree: object) -> str:
    """The tree in YAML's flow style, with texts as they are or in quotes."""
    match tree:
        case dict():
            return "{" + ", ".join(f"{key}: {yaml_of(value)}" for key, value in tree.items()) + "}"
        case list():
            return "[" + ", ".join(map(yaml_of, tree)) + "]"
        case str():
            return repr(tree)
        case _:
            return str(tree).lower()


def looked_over(text: str) -> None:
    """Reads the text as a flow and looks it over; whatever is told must be in the table."""
    reading = read_all(text, "x.yaml", Flow)
    told = [*reading.problems, *reading.advice]
    if reading.value is not None:
        checks = {check.name: check for check in BUILTIN_CHECKS}
        guide = Guide({reading.value.flow: reading.value}, reading.value.flow, checks)
        told += findings_of(guide, {reading.value.flow: "x.yaml"}, Art())
    assert reading.value is not None or told
    assert all(finding_of(problem.code) and str(problem) for problem in told)


@given(st.dictionaries(WORDS.filter(bool), TREES, min_size=1, max_size=4))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_any_screens_at_all_are_looked_over(made: dict[str, object]) -> None:
    body = "\n".join(f"  {name!r}: {yaml_of(screen)}" for name, screen in made.items())

    looked_over(f"flow: x\nversion: 1\nstart: s0\nscreens:\n{body}\n")


@given(st.text(max_size=300))
def test_any_letters_at_all_are_looked_over(text: str) -> None:
    looked_over(text)


@given(st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_at_all_are_looked_over(tmp_path: Path, written: bytes) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(written)

    found = findings_in([path], Folders.shipped())

    assert found
