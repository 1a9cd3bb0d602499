"""A batch on a Dask cluster."""
