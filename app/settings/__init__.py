"""Settings, orders and presets, and their files."""
