"""Saves a site file again and again, each time in a process that kills itself one step later.

Run with a folder. Each process works in a folder of its own in there, whose name is the step.
"""

import os
import sys
from itertools import count
from pathlib import Path

from kiosk.clock import OFFICES_OPEN
from kiosk.staff.site_versions import save_whole
from tests.records.killed_while_keeping import KilledAtAStep

OLD, NEW = b"site: old\n" * 150, b"site: new\n" * 150


def main() -> None:
    """Kills a process at each step; the first that gets to the end is the last."""
    home = Path(sys.argv[1])
    for last in count():
        path = home / f"{last:02}" / "site.yaml"
        path.parent.mkdir()
        path.write_bytes(OLD)
        child = os.fork()
        if not child:
            save_whole(path, NEW, OFFICES_OPEN, KilledAtAStep(last))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            break


if __name__ == "__main__":
    main()
