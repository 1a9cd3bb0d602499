"""Third-party networks, for comparison: ONNX, TorchScript and torch.export files."""
