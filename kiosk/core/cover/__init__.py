"""Finds the roads through a flow, and the visits that cover it."""
