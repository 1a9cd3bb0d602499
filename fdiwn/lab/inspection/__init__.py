"""Draws the network's feature maps and gains for one picture."""
