"""Networks of others, for comparison: ONNX, TorchScript and torch.export files."""
