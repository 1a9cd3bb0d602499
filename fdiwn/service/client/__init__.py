"""The engine process as the window sees it, and the records between them. Light."""
