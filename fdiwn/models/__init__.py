"""Model files: download, import, loading, and third-party networks."""
