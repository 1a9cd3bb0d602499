"""The engine process from within."""
