"""What belongs to the school's own people: the PIN before their area, and what they do there."""
