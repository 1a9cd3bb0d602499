"""What of the collected packages stays out of the bundle, and why. Pure: names in, names out.

The lists belong to `TORCH`, the version that was frozen and tried with them; a test holds that
against the requirements. Destinations are relative to the bundle's folder, with forward slashes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

TORCH = "2.13.0"
"""The torch whose imports the lists below were tried against."""

MODULES = (
    "IPython",
    "einops",
    "matplotlib",
    "pip",
    "pytest",
    "scipy",
    "setuptools",
    "spandrel",
    "tensorboard",
    "tkinter",
    "torch.distributed.elastic",
    "torch.distributed.fsdp",
    "torch.distributed.launcher",
    "torch.distributed.pipelining",
    "torch.utils.benchmark",
    "torch.utils.tensorboard",
    "torchvision",
)
"""Never imported for enlarging, or of an extra that installers do not bring. Not to be added:
unittest, torchgen, torch.testing, the rest of torch.distributed, torch._vendor: ``import torch``
itself needs them."""

_QT_PLUGINS = "|".join(
    (
        "generic",
        "iconengines",
        "imageformats",
        "platforms",
        "platformthemes",
        "tls",
        "wayland-decoration-client",
        "wayland-shell-integration",
        "wayland-graphics-integration-client",
        "xcbglintegrations",
    )
)
_QT_LIBRARIES = "|".join(
    (
        "Bluetooth",
        "Concurrent",
        "Designer",
        "EglFS",
        "EglFs",
        "Help",
        "OpenGLWidgets",
        "Pdf",
        "PrintSupport",
        "Qml",
        "Quick",
        "Sql",
        "Test",
        "UiTools",
        "VirtualKeyboard",
        "WaylandCompositor",
        "Xml",
    )
)
_GTK = r"lib(gtk-3|gdk-3|gdk_pixbuf-2\.0|pango|pangocairo|pangoft2|cairo|cairo-gobject|atk)"

RULES: tuple[tuple[str, str], ...] = (
    (r"torch/(test|include|share)/", "C++ tests and headers of torch"),
    (r"torch/bin/(?!torch_shm_manager$)", "C++ tests and protoc; torch asks for the shm manager"),
    (
        r"torch/lib/lib(jitbackend_test|backend_with_compiler|torchbind_test|aoti_custom_ops)",
        "libraries of torch's tests",
    ),
    (
        r"torch/(testing|_inductor|onnx)/(?!(.*/)?config\.py$).*\.py$",
        "compiled they are in the program, and nobody asks for their text",
    ),
    (r".*\.(pyi|a|lib|h|hpp|cuh|cpp|cmake)$", "for compilers"),
    (r"(.*/)?libopenvino_intel_npu", "no such device is offered"),
    (r"(.*/)?libopenvino_(tensorflow|tensorflow_lite|paddle|jax)_frontend", "foreign models"),
    (r"openvino/frontend/(tensorflow|paddle|jax)/", "foreign models"),
    (r"openvino/(include|cmake|3rdparty|docs)/", "for compilers"),
    (r"(.*/)?libonnxruntime\.so", "for programs in C; Python's module has all of it inside"),
    (r"onnxruntime/(tools|transformers|quantization|datasets)/", "for makers of models"),
    (r"onnx/(backend|reference|test)/", "for makers of models"),
    (r"PySide6/(.*/)?qml/", "Qt Quick is not used"),
    (r"PySide6/(.*/)?translations/(?!qtbase_)", "of other parts of Qt"),
    (rf"(.*/)?libQt6({_QT_LIBRARIES})\w*\.so", "parts of Qt that are not used"),
    (rf"PySide6/(.*/)?plugins/(?!({_QT_PLUGINS})/)", "plugins of parts that are not used"),
    (
        r"(.*/)?platforms/libq(vnc|eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|directfb)\.so",
        "not for desktops",
    ),
    (r"(.*/)?platformthemes/libqgtk3\.so", "would bring all of GTK along"),
    (rf"{_GTK}[-.\w]*\.so", "of the plugin for GTK"),
    (r"(.*/)?imageformats/libqpdf\.so", "brings QtPdf along"),
    (
        r"(libstdc\+\+\.so\.6|libgcc_s\.so\.1)$",
        "the system's own is as new or newer; an old one breaks its OpenGL",
    ),
)
"""Patterns that a destination begins with, and why it is left out."""

_COMPILED = [(re.compile(pattern), why) for pattern, why in RULES]

Entry = TypeVar("Entry", bound=tuple[str, str, str])


def reason_to_leave_out(destination: str) -> str:
    """Why a file stays out; empty for one that comes in."""
    name = destination.replace("\\", "/")
    return next((why for pattern, why in _COMPILED if pattern.match(name)), "")


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """PyInstaller's entries (destination, source, kind) without what stays out."""
    return [entry for entry in entries if not reason_to_leave_out(entry[0])]
