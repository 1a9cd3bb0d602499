"""The session file: the queue on disk, restored at the next start."""
