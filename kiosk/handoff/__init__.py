"""What a family takes home from the kiosk: codes, reminders, and all else that leaves with it."""
