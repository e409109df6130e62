"""How much memory a process holds."""

from pathlib import Path

_PAGE_BYTES = 4096


def resident_mib() -> float:
    """The resident memory of this process, in MiB. Linux only."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * _PAGE_BYTES / 1024 / 1024
