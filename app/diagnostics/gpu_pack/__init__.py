"""The GPU pack in the window: PyTorch for NVIDIA GPUs, installed on request."""
