"""Reads how long this machine has been running, and which of its starts that was."""

from pathlib import Path
from time import monotonic

from kiosk.staff.pin import Instant

# Drawn by Linux once a start: proc_sys_kernel(5). Elsewhere there is no such file.
_BOOT = Path("/proc/sys/kernel/random/boot_id")


def uptime() -> Instant:
    """Now, by a clock that nobody sets. It may stand still while the machine sleeps."""
    try:
        boot = _BOOT.read_text(encoding="ascii").strip()
    except OSError:
        boot = ""
    return Instant(boot, monotonic())
