"""Reads what an author wrote: strictly, every problem at once, each with its place."""
