"""The entry in the desktop's menus and under "Open with".

Written after the Desktop Entry Specification 1.4. It lists types and so offers the program for
them; which program opens a type by itself is written elsewhere, and never by a package.
"""

from __future__ import annotations

from fdiwn.api.names import APP_ID, APP_NAME, WINDOW_COMMAND
from installers.linux.media_types import MEDIA_TYPES
from installers.linux.texts import Of, in_all_languages

CATEGORIES = ("Graphics", "2DGraphics", "RasterGraphics")


def desktop_file() -> str:
    """The content of ``share/applications/<APP_ID>.desktop``."""
    lines = [
        "[Desktop Entry]",
        "Version=1.4",
        "Type=Application",
        f"Name={APP_NAME}",
        *_localised("GenericName", lambda texts: texts.kind),
        *_localised("Comment", lambda texts: texts.summary),
        f"Exec={WINDOW_COMMAND} %F",
        f"TryExec={WINDOW_COMMAND}",
        f"Icon={APP_ID}",
        "Terminal=false",
        "StartupNotify=true",
        # Qt on X11 names the window's class after the program's first argument, see
        # app/application.py; on Wayland the window has the name of this file.
        f"StartupWMClass={APP_NAME}",
        f"Categories={_list(CATEGORIES)}",
        f"MimeType={_list(MEDIA_TYPES)}",
        *_localised("Keywords", lambda texts: _list(texts.keywords)),
        "Actions=new-window;",
        "",
        "[Desktop Action new-window]",
        *_localised("Name", lambda texts: texts.new_window),
        f"Exec={WINDOW_COMMAND} --new-instance",
    ]
    return "\n".join(lines) + "\n"


def _localised(key: str, of: Of) -> list[str]:
    by_language = in_all_languages(of)
    return [
        f"{key}[{code}]={text}" if code else f"{key}={text}" for code, text in by_language.items()
    ]


def _list(values: tuple[str, ...]) -> str:
    return "".join(f"{value};" for value in values)
