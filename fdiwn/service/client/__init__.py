"""The window's side of the engine process, and the records sent between them. Light."""
