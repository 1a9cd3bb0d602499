"""Measuring picture quality by the field's protocols."""
