"""Portal Kiosk: walks families, step by step, into their school's parent portal."""
