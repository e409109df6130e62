"""What a family takes home on paper: laid out, painted, printed or saved as PDF."""
