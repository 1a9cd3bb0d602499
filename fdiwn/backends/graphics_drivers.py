"""Lists the GPUs of this computer and their drivers, without loading any driver."""

from __future__ import annotations

import logging
import platform
import sys
from pathlib import Path

log = logging.getLogger(__name__)

_DISPLAY_ADAPTERS = "{4d36e968-e325-11ce-bfc1-08002be10318}"
"""The device class of GPUs on Windows, from Microsoft's documentation of device classes."""


def graphics_drivers() -> list[str]:
    """A line for each GPU and each part of its driver, so that a new driver changes it; empty
    without a GPU."""
    if sys.platform == "win32":
        return _of_windows()
    if sys.platform == "darwin":
        return [f"{platform.machine()} {platform.mac_ver()[0]}"]
    return _of_linux(Path("/"))


def _of_linux(root: Path) -> list[str]:
    found = []
    for node in sorted((root / "sys/class/drm").glob("renderD*/device")):
        facts = [_text(node / name) for name in ("vendor", "device")]
        found.append(" ".join((*facts, (node / "driver").resolve().name)))
    if version := _text(root / "proc/driver/nvidia/version"):
        found.append(version)
    if found:
        found.append(_text(root / "proc/sys/kernel/osrelease"))
        for file in sorted((root / "usr/share/vulkan/icd.d").glob("*.json")):
            found.append(f"{file.name} {file.stat().st_mtime_ns}")
    return found


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


if sys.platform == "win32":
    import winreg

    def _of_windows() -> list[str]:
        found = []
        key = rf"SYSTEM\CurrentControlSet\Control\Class\{_DISPLAY_ADAPTERS}"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as adapters:
                for number in range(winreg.QueryInfoKey(adapters)[0]):
                    name = winreg.EnumKey(adapters, number)
                    if not name.isdigit():
                        continue
                    with winreg.OpenKey(adapters, name) as adapter:
                        facts = [
                            str(winreg.QueryValueEx(adapter, value)[0])
                            for value in ("DriverDesc", "DriverVersion")
                        ]
                    if not facts[0].startswith("Microsoft "):  # those compute on the processor
                        found.append(" ".join(facts))
        except OSError as exc:
            log.warning("the graphics drivers cannot be listed: %s", exc)
        return found

else:

    def _of_windows() -> list[str]:
        raise AssertionError("on Windows only")
