"""What is known before a run: its cost, and what cannot work."""
