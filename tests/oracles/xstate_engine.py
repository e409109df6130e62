"""XState in one node process, where node is present; npm brings the package into a cache folder."""

import json
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path

from platformdirs import user_cache_path

from tests.oracles.plays import Move, Play

VERSION = "5.33.3"

_BATCH = Path(__file__).with_name("xstate_batch.mjs")


class NoXState(Exception):
    """XState cannot be asked on this machine; says why."""


def xstate_folder() -> Path:
    """The folder that holds XState, which npm fills once. Raises NoXState with the reason."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None:
        raise NoXState("node is not on this machine")
    folder = user_cache_path("portal-kiosk") / f"xstate-{VERSION}"
    if (folder / "node_modules" / "xstate" / "package.json").exists():
        return folder
    if npm is None:
        raise NoXState("npm is not on this machine, so XState cannot be brought in")
    folder.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--no-audit", "--no-fund", f"--prefix={folder}", f"xstate@{VERSION}"]
    try:
        done = subprocess.run(  # noqa: S603 - npm as it is set up on this machine
            command, capture_output=True, text=True, check=False, timeout=120
        )
    except subprocess.TimeoutExpired:
        raise NoXState("npm did not bring XState within two minutes") from None
    if done.returncode:
        raise NoXState(f"npm could not bring XState: {done.stderr.strip()[-200:]}")
    return folder


def xstate_moves(batch: list[tuple[str, list[Play]]], folder: Path) -> list[list[list[list[Move]]]]:
    """What XState leaves and enters: for each (config, plays), for each play, for each turn."""
    asked = [
        {"config": json.loads(config), "plays": [asdict(play)["turns"] for play in plays]}
        for config, plays in batch
    ]
    node = shutil.which("node")
    assert node is not None
    done = subprocess.run(  # noqa: S603 - node of this machine, our own script
        [node, _BATCH, folder], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    played = json.loads(done.stdout)
    return [
        [[[(label, page) for label, page in turn] for turn in turns] for turns in plays]
        for plays in played
    ]
