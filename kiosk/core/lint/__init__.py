"""Finds what is wrong with flows, or better said another way, before a family meets it."""
