"""Enlarges whole folders: plan, run, journal, report."""
