"""Runs a batch on a Dask cluster."""
