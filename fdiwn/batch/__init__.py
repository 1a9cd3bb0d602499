"""Whole folders: planned, carried out, kept in a journal, reported."""
