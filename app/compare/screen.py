"""The ICC profile of a window's screen, as a file for the engine.

There is none if sRGB is right or nothing is known.

Qt does not provide it. X11 has it as a property of the root window, Windows names its file. On
macOS and Wayland the system converts sRGB for the screen.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import hashlib
import logging
import sys
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

log = logging.getLogger(__name__)

HEADER = 128
LARGEST = 1 << 24  # bytes
_ANY_TYPE = 0


def screen_profile(screen: QScreen, chosen: str, folder: Path) -> Path | None:
    """The profile of `screen`, or the file `chosen` by the user if there is one.

    folder: for a profile that is not a file yet. Unusable profiles are logged.
    """
    if chosen:
        return _sound(Path(chosen))
    if sys.platform == "win32":
        return _sound(_of_windows(screen.name()))
    if QGuiApplication.platformName() == "xcb":
        content = _of_x11(QGuiApplication.screens().index(screen))
        if content is not None:
            path = folder / f"screen-{hashlib.sha256(content).hexdigest()[:16]}.icc"
            if not path.exists():
                path.write_bytes(content)
            return _sound(path)
    return None


def _sound(path: Path | None) -> Path | None:
    """The path, if it holds the profile of an RGB screen; else None."""
    if path is None:
        return None
    try:
        with path.open("rb") as file:
            head = file.read(HEADER)
    except OSError as error:
        log.warning("The screen's profile cannot be read, sRGB instead: %s", error)
        return None
    if len(head) < HEADER or head[36:40] != b"acsp" or head[16:20] != b"RGB ":
        log.warning("The screen's profile %s is damaged or not RGB, sRGB instead", path)
        return None
    return path


def _of_x11(number: int) -> bytes | None:
    """Read the property _ICC_PROFILE, or _ICC_PROFILE_1 and so on for further screens."""
    found = ctypes.util.find_library("X11")
    if found is None:
        return None
    try:
        x11 = ctypes.CDLL(found)
    except OSError:
        return None
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    display = x11.XOpenDisplay(None)
    if not display:
        return None
    try:
        name = b"_ICC_PROFILE" if number == 0 else f"_ICC_PROFILE_{number}".encode()
        return _root_property(x11, ctypes.c_void_p(display), name)
    finally:
        x11.XCloseDisplay(ctypes.c_void_p(display))


def _root_property(x11: ctypes.CDLL, display: ctypes.c_void_p, name: bytes) -> bytes | None:
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    atom = x11.XInternAtom(display, name, 1)  # 1: only if it exists
    if not atom:
        return None
    kind, bits = ctypes.c_ulong(), ctypes.c_int()
    count, left = ctypes.c_ulong(), ctypes.c_ulong()
    data = ctypes.c_void_p()
    failed = x11.XGetWindowProperty(
        display, ctypes.c_ulong(x11.XDefaultRootWindow(display)), ctypes.c_ulong(atom),
        ctypes.c_long(0), ctypes.c_long(LARGEST // 4), 0, ctypes.c_ulong(_ANY_TYPE),
        ctypes.byref(kind), ctypes.byref(bits), ctypes.byref(count), ctypes.byref(left),
        ctypes.byref(data),
    )  # fmt: skip
    if failed or data.value is None:
        return None
    whole = bits.value == 8 and not left.value
    content = ctypes.string_at(data.value, count.value) if whole else None
    x11.XFree(data)
    return content


def _of_windows(name: str) -> Path | None:
    r"""name: of the screen, such as ``\\.\DISPLAY1``."""
    gdi = getattr(ctypes, "windll").gdi32  # noqa: B009 - other systems' types lack it
    gdi.CreateDCW.restype = ctypes.c_void_p
    context = gdi.CreateDCW(name, name, None, None)
    if not context:
        return None
    try:
        size = ctypes.c_ulong(1024)
        buffer = ctypes.create_unicode_buffer(size.value)
        if not gdi.GetICMProfileW(ctypes.c_void_p(context), ctypes.byref(size), buffer):
            return None
    finally:
        gdi.DeleteDC(ctypes.c_void_p(context))
    path = Path(buffer.value)
    return None if path.name.startswith("sRGB") else path


class ScreenWatch(QObject):
    """Notices when `window` moves to another screen. profile: see `screen_profile`."""

    changed = Signal()

    def __init__(self, window: QWidget, chosen: str, folder: Path) -> None:
        super().__init__(window)
        self._window, self._folder = window, folder
        self._handle: QWindow | None = None
        self.chosen = chosen
        """The file that the user chose, empty for the system's."""
        self.profile: Path | None = None
        window.installEventFilter(self)

    def choose(self, chosen: str) -> None:
        self.chosen = chosen
        self.look()

    def look(self) -> None:
        """Look up the profile again."""
        found = screen_profile(self._window.screen(), self.chosen, self._folder)
        if found != self.profile:
            self.profile = found
            self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and self._window.windowHandle() is not self._handle:
            self._handle = self._window.windowHandle()
            self._handle.screenChanged.connect(self.look)
            self.look()
        return False
