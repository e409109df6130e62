"""The commands: each reads its arguments, does one thing, and says what it did."""
