"""What the network sees: its feature maps and gains on one picture, drawn."""
