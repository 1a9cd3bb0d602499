"""Where the folded network runs: PyTorch or OpenVINO."""
