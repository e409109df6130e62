"""The voice: recordings and speech, played by a process of its own, outside the window's."""
