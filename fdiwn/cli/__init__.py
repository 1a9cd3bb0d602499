"""The command ``fdiwn``."""
