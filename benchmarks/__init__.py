"""Budgets of speed and memory, measured."""
