"""OpenVINO without its telemetry. The only module that imports the package.

``import openvino`` tells its makers over the network that it was imported, from a thread of its
own. It keeps quiet where its telemetry package cannot be imported, so that import is made to
fail first. This has to happen before the import below, hence at import.
"""

import sys

sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # None: not to be had

import openvino as ov  # noqa: E402
from openvino import opset13 as ops  # noqa: E402

__all__ = ["ops", "ov"]
