"""Live previews: computes parts of a result."""
