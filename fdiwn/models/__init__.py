"""Weights: files of models, download, import, networks of others, and opening them."""
