"""Devices, models, uncaught errors, licences."""
