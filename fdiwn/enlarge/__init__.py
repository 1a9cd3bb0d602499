"""The product: one picture enlarged, from file to file."""
