"""The window: shows views and reports events. The only importer of PySide6."""
