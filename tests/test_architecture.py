"""The contracts of pyproject.toml hold for the package, and each is seen to fail once broken."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]

ONE_WAY = "Arrows run one way"
QT = "Only the window knows Qt"
PURE = "The core touches no disk, network, clock, thread, chance or log"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package with its contracts, free to be broken."""
    leave_out = shutil.ignore_patterns("__pycache__")
    shutil.copytree(CHECKOUT / "kiosk", tmp_path / "kiosk", ignore=leave_out)
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    return tmp_path


def lint_imports(house: Path) -> tuple[int, str]:
    """The exit code and the words of import-linter on that house."""
    program = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(  # noqa: S603 - a program of our own environment
        [program, "--no-cache"],
        cwd=house,
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def add(house: Path, module: str, *lines: str) -> None:
    with (house / "kiosk" / module).open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)


def forbidden_to(contract: str) -> list[str]:
    text = (CHECKOUT / "pyproject.toml").read_text(encoding="utf-8")
    contracts = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    return next(one["forbidden_modules"] for one in contracts if one["name"] == contract)


def test_the_package_keeps_every_contract(house: Path) -> None:
    untouched = house

    code, words = lint_imports(untouched)

    assert code == 0, words
    assert all(f"{contract} KEPT" in words for contract in (ONE_WAY, QT, PURE)), words


@pytest.mark.parametrize(
    ("contract", "module", "line"),
    [
        (ONE_WAY, "core/words.py", "import kiosk.site"),
        (ONE_WAY, "site.py", "import kiosk.checks"),
        (ONE_WAY, "checks/__init__.py", "import kiosk.station"),
        (ONE_WAY, "station.py", "import kiosk.ui"),
        (ONE_WAY, "drawer.py", "import kiosk.core"),
        (PURE, "core/idle.py", "import time"),
        (PURE, "core/source.py", "from pathlib import Path"),
        (QT, "core/words.py", "import PySide6"),
        (QT, "station.py", "import shiboken6"),
        (QT, "checks/__init__.py", "import kiosk.ui.theme"),
    ],
)
def test_an_import_against_a_contract_is_found(
    house: Path, contract: str, module: str, line: str
) -> None:
    add(house, module, line)

    code, words = lint_imports(house)

    assert code == 1, words
    assert f"{contract} BROKEN" in words, words


def test_the_core_may_import_none_of_what_is_forbidden_to_it(house: Path) -> None:
    forbidden = forbidden_to(PURE)
    add(house, "core/words.py", *(f"import {name}" for name in forbidden))

    code, words = lint_imports(house)

    assert code == 1, words
    assert [name for name in forbidden if f"not allowed to import {name}:" not in words] == []
