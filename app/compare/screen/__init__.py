"""The screen's colour profile."""
