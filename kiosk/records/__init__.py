"""What outlives a visit, on this station's own disk: never a word of a family's in clear."""
