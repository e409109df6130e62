"""From nothing to the first painted page, beside a bare window: whole processes, in turn."""

import os
import subprocess
import sys
import time

from benchmarks.budget import Figure, median, report

RUNS = 15
KIOSK = [sys.executable, "-m", "kiosk", "--exit-after-first-page"]
BARE = [sys.executable, "-m", "benchmarks.bare_window"]


def seconds_of(command: list[str]) -> float:
    """How long the process lives, from outside."""
    start = time.perf_counter()
    subprocess.run(command, check=True, env=environment(), capture_output=True)
    return time.perf_counter() - start


def environment() -> dict[str, str]:
    """This process's own, with a screen of 1920 x 1080 that nobody sees.

    Python keeps its bytecode, as it does on every station; a build machine may forbid it.
    """
    unseen = {"QT_QPA_PLATFORM": "offscreen:configfile=benchmarks/screen.json"}
    kept = {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | unseen


def main() -> int:
    """Prints the ratio of the medians; 1 when it is over its budget."""
    for command in (KIOSK, BARE):
        seconds_of(command)
    pairs = [(seconds_of(KIOSK), seconds_of(BARE)) for _ in range(RUNS)]
    ours, bare = median([pair[0] for pair in pairs]), median([pair[1] for pair in pairs])
    return report(
        [
            Figure("kiosk: start to first painted page", ours * 1000, None, " ms"),
            Figure("bare window with four buttons", bare * 1000, None, " ms"),
            Figure(
                "kiosk beside bare, median of pairs", median([a / b for a, b in pairs]), 1.5, "x"
            ),
        ]
    )


if __name__ == "__main__":
    sys.exit(main())
