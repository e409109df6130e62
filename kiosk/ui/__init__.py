"""The window: shows views and reports events. The only importer of PySide6."""

import builtins

# PySide6 puts an import of its own in place of Python's: it reads the source of each module that
# comes later, in search of its own name, and keeps it. That costs 5 ms of start and 3 MiB, for
# switches ("features") that nothing here uses.
_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401

builtins.__import__ = _import
