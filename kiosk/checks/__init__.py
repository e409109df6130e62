"""What a flow may ask of the world, by name."""
