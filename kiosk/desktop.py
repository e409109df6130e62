"""Tells whether this machine can show a window: a screen, and the system libraries Qt needs.

ctypes is read in only where it is needed: it takes a tenth of the time to the first page.
"""

import os
import sys
from collections.abc import Mapping

# What Qt's window plugin asks the system for, and the Debian package that brings each.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
XCB_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def has_screen(environment: Mapping[str, str]) -> bool:
    """Whether a window can be opened, as far as the environment and the display server tell."""
    if environment.get("QT_QPA_PLATFORM"):
        return True
    if sys.platform in ("win32", "darwin") or environment.get("WAYLAND_DISPLAY"):
        return True
    return bool(environment.get("DISPLAY")) and _answers(environment["DISPLAY"])


def missing_packages(*, with_screen: bool) -> tuple[str, ...]:
    """The Debian packages whose libraries Qt would miss here; none on other systems."""
    if not sys.platform.startswith("linux"):
        return ()
    wanted = LIBRARIES | (XCB_LIBRARIES if with_screen else {})
    return tuple(package for library, package in wanted.items() if not _loads(library))


def uses_x11(environment: Mapping[str, str]) -> bool:
    """Whether Qt will speak to an X server."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    return platform.startswith("xcb") or (not platform and bool(environment.get("DISPLAY")))


def has_terminal() -> bool:
    """Whether a person sits at a terminal."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def _answers(display: str) -> bool:
    """Whether the X server is there. Qt would end the program if it were not."""
    import ctypes

    if not _loads("libxcb.so.1"):
        return True
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(os.fsencode(display), None)
    there = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return there


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
