"""The list kept on disk."""
