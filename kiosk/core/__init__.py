"""Everything the kiosk decides, with no window, disk, network, clock, thread, chance or log."""
