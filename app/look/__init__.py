"""Theme, words and translation."""
