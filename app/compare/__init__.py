"""Two renderings of one picture, in five views."""
