"""A report about this computer and program, as text. Nothing is sent anywhere."""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QSysInfo, qVersion
from PySide6.QtGui import QGuiApplication

from fdiwn.api.names import APP_NAME, VERSION

LOG_LINES = 60


def system_report() -> str:
    """Versions and hardware, one per line. Always in English."""
    lines = [
        f"{APP_NAME} {VERSION}" + (", packaged" if getattr(sys, "frozen", False) else ""),
        f"System: {QSysInfo.prettyProductName()}, {platform.platform()}, {platform.machine()}",
        f"Processor: {os.cpu_count()} threads; memory: {_memory()}",
        f"Python {platform.python_version()}; Qt {qVersion()} ({QGuiApplication.platformName()})",
        f"Language: {QLocale().name()}; desktop: {_desktop()}",
        f"Style plugins from: {_homeless(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))}",
    ]
    lines += [
        f"Screen: {screen.size().width()} x {screen.size().height()}, "
        f"factor {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]
    return "\n".join(lines)


def problem_report(log_path: Path, details: str = "") -> str:
    """A form to fill in, the system, and the end of the log; the home folder is shown as ~."""
    try:
        tail = log_path.read_text(encoding="utf-8", errors="replace").splitlines()[-LOG_LINES:]
    except OSError:
        tail = ["(there is no log file)"]
    parts = [
        "What I did:\n\nWhat I expected:\n\nWhat happened instead:\n",
        system_report(),
        *([f"Details:\n{details}"] if details else []),
        "The end of the log:\n" + "\n".join(tail),
    ]
    return _homeless("\n\n".join(parts))


def _memory() -> str:
    import psutil  # imported late: only reports need it

    memory = psutil.virtual_memory()
    return f"{memory.total / 1e9:.1f} GB, {memory.available / 1e9:.1f} GB of them free"


def _desktop() -> str:
    names = ("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE")
    return " ".join(os.environ[name] for name in names if os.environ.get(name)) or "not named"


def _homeless(text: str) -> str:
    return text.replace(str(Path.home()), "~")
