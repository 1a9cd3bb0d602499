"""Third-party networks, for comparison: ONNX, TorchScript and torch.export files, and files of
weights whose network the library spandrel knows."""
