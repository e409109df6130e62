"""The wheel, an installed checkout and a bare one each hold all that the kiosk needs."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[1]
SHIPPED = ("flows", "assets", "translations")

WHERE = """
from kiosk import resources
print(resources.flows_dir(), resources.assets_dir(), resources.translations_dir(), sep="\\n")
"""


def run(*words: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The finished program. `environment` is put over the one the tests run in."""
    return subprocess.run(  # noqa: S603 - programs of our own checkout and environment
        words,
        cwd=cwd,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, CHECKOUT)
    done = run(*build, cwd=out)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def from_wheel(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pip_install(wheel, tmp_path_factory.mktemp("from_wheel"))


@pytest.fixture(scope="module")
def from_checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return pip_install(CHECKOUT, tmp_path_factory.mktemp("from_checkout"))


def pip_install(what: Path, target: Path) -> Path:
    """Installs from a folder that has nothing to do with the checkout, and without the network."""
    quietly = ("-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation", "--no-index")
    done = run(sys.executable, *quietly, "--target", target / "lib", what, cwd=target)
    assert done.returncode == 0, done.stderr
    return target / "lib"


def shipped_files() -> set[str]:
    """Every file of the shipped folders, as a path in the checkout; hidden and cached ones not."""
    paths = (path for folder in SHIPPED for path in (CHECKOUT / folder).rglob("*"))
    names = (path.relative_to(CHECKOUT) for path in paths if path.is_file())
    return {
        name.as_posix()
        for name in names
        if not any(part.startswith((".", "__pycache__")) for part in name.parts)
    }


def test_the_wheel_holds_every_shipped_file(wheel: Path) -> None:
    shipped = shipped_files()

    packed = zipfile.ZipFile(wheel).namelist()

    data = {name.removeprefix("kiosk/data/") for name in packed if name.startswith("kiosk/data/")}
    assert shipped - data == set()


def test_the_wheel_carries_the_licences_of_program_and_fonts(wheel: Path) -> None:
    fonts = {f"assets/fonts/{path.name}" for path in (CHECKOUT / "assets/fonts").glob("OFL-*.txt")}

    packed = zipfile.ZipFile(wheel).namelist()

    carried = {name.partition(".dist-info/licenses/")[2] for name in packed}
    assert fonts
    assert {"LICENSE", "NOTICE", *fonts} - carried == set()


@pytest.mark.parametrize("how", ["from_wheel", "from_checkout"])
def test_an_installed_kiosk_finds_its_files_from_any_folder(
    how: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    installed: Path = request.getfixturevalue(how)

    done = run(sys.executable, "-c", WHERE, cwd=tmp_path, PYTHONPATH=str(installed))

    data = installed / "kiosk" / "data"
    assert done.stdout.splitlines() == [str(data / folder) for folder in SHIPPED], done.stderr


def test_a_bare_checkout_finds_its_files_from_any_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path

    done = run(sys.executable, "-c", WHERE, cwd=elsewhere, PYTHONPATH=str(CHECKOUT))

    assert done.stdout.splitlines() == [str(CHECKOUT / folder) for folder in SHIPPED], done.stderr


def test_an_installed_kiosk_finds_its_own_flows_sound(from_wheel: Path, tmp_path: Path) -> None:
    installed = str(from_wheel)

    done = run(sys.executable, "-m", "kiosk", "check", cwd=tmp_path, PYTHONPATH=installed)

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_bare_checkout_finds_its_own_flows_sound(tmp_path: Path) -> None:
    checkout = str(CHECKOUT)

    done = run(sys.executable, "-m", "kiosk", "check", cwd=tmp_path, PYTHONPATH=checkout)

    assert done.returncode == 0, done.stdout + done.stderr
