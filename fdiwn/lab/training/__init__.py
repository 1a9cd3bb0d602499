"""Trains FDIWN from a folder of photographs."""
