"""Tools for researchers: evaluation, training, inspection."""
