"""Arrays of pixels: planes, alpha, averages, resampling, raw files."""
