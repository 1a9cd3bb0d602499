"""The engine process itself."""
