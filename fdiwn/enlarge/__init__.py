"""Enlarges one picture, from file to file."""
