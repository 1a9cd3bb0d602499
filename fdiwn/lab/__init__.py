"""What researchers use: evaluation, training, inspection."""
