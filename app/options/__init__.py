"""The panel where what is wanted is chosen."""
