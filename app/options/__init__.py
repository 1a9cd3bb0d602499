"""The options panel, presets, and the checks before a run."""
