"""Back ends, which run the folded network: PyTorch, OpenVINO or ONNX Runtime."""
