"""Parts of a result before it is computed."""
