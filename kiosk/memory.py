"""Gives memory back that a visit no longer needs, so that a station stays small for months."""

import gc
import sys


def give_memory_back() -> None:
    """Collects what is let go, and hands free pages to the system where the C library can."""
    gc.collect()
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)
