"""Devices, the self-test, models to fetch, uncaught errors, licences."""
