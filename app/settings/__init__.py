"""What is remembered: settings, orders, presets."""
