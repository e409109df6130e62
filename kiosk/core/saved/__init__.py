"""Saves a visit, and takes it up again in the flows of a later day."""
