"""PyTorch for NVIDIA GPUs as the window offers it: asks, says, installs, removes."""
