"""Measures all the budgets: `python -m benchmarks`, or some: `python -m benchmarks start`."""

import subprocess
import sys

ALL = ("start", "visits", "languages", "loading", "engines")


def main() -> int:
    """Runs the benchmarks that are named, or all of them, each in a process of its own; 1 when a
    budget is broken."""
    codes = []
    for name in sys.argv[1:] or ALL:
        sys.stdout.write(f"\n{name}\n")
        sys.stdout.flush()
        codes.append(subprocess.run([sys.executable, "-m", f"benchmarks.{name}"]).returncode)
    return max(codes)


if __name__ == "__main__":
    sys.exit(main())
