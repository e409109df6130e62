"""The set-up installs what a machine lacks, or tells what to install: on a made-up machine."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
SetUp = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the set-up is a script for a POSIX shell"
)


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A checkout on a machine that lacks the package libnone9."""
    machine = tmp_path / "machine"
    shutil.copytree(CHECKOUT / ".ci", machine / ".ci")
    shutil.copy(CHECKOUT / "pyproject.toml", machine)
    (machine / "kiosk").mkdir()
    (machine / "kiosk" / "__init__.py").touch()
    lacks = "def missing_packages(**_): return ('libnone9',)\n"
    (machine / "kiosk" / "desktop.py").write_text(lacks, encoding="utf-8")
    return machine


@pytest.fixture
def set_up(machine: Path) -> SetUp:
    """Sets that machine up for a person who is not root; scripts by name stand in for programs."""
    programs = machine / "programs"
    programs.mkdir()

    def runs(sudo: str, apt_get: str) -> "subprocess.CompletedProcess[str]":
        for name, script in {"id": "echo 1000", "sudo": sudo, "apt-get": apt_get}.items():
            program = programs / name
            program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
            program.chmod(0o755)
        path = f"{programs}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            ["/bin/sh", ".ci/setup"],
            cwd=machine,
            env={**os.environ, "PATH": path, "PYTHON": sys.executable},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return runs


def test_it_names_missing_packages_where_it_may_not_install_them(
    set_up: SetUp, machine: Path
) -> None:
    no_rights = "exit 1"

    done = set_up(sudo=no_rights, apt_get="exit 0")

    assert done.returncode == 1
    assert 'apt-get install --no-install-recommends libnone9"' in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (machine / ".venv").exists()


def test_who_may_use_sudo_without_a_password_has_them_installed(
    set_up: SetUp, machine: Path
) -> None:
    as_root, refuses = 'shift; exec "$@"', "echo $@ >>asked; exit 1"

    done = set_up(sudo=as_root, apt_get=refuses)

    asked = (machine / "asked").read_text(encoding="utf-8").splitlines()
    assert asked[-1].endswith("install --no-install-recommends libnone9")
    assert done.returncode == 1
    assert "could not be installed, apt-get says above why: libnone9" in done.stderr
