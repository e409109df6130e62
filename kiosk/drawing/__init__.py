"""Draws a flow: as a picture for people, and as text for the programs that draw diagrams."""
