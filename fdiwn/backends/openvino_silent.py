"""Imports OpenVINO without its telemetry. The only module that imports the package.

``import openvino`` reports its use over the network, from a background thread. It does not if its
telemetry package cannot be imported, so that import is made to fail first. This must happen before
the import below, so it happens on import.
"""

import sys

sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # None: not to be had

import openvino as ov  # noqa: E402
from openvino import opset13 as ops  # noqa: E402

__all__ = ["ops", "ov"]
