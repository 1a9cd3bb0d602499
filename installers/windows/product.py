"""Writes what the Windows installer says of the program, from `fdiwn.api.names` and the file types.

    python -m installers.windows.product build/windows

``product.iss`` has names and numbers, ``associations.iss`` the lines of the registry, and
``NAME.version.txt`` the version resource of each executable.
"""

from __future__ import annotations

import re
import sys
import uuid
from pathlib import Path

from fdiwn.api.names import (
    APP_ID,
    APP_NAME,
    COMMAND,
    DISTRIBUTION,
    EDIT_COMMAND,
    VERSION,
    WINDOW_COMMAND,
)
from installers.file_types import endings

PUBLISHER = "The FDIWN Upscaler project"
DESCRIPTION = "Enlarges photographs with the FDIWN network"
PROG_ID = "FdiwnUpscaler.Picture"
_CAPABILITIES = rf"Software\{DISTRIBUTION}\Capabilities"
_WINDOW = rf"{{app}}\{WINDOW_COMMAND}.exe"


def app_guid() -> str:
    """The same for all versions, so that a newer one is installed in the place of an older one."""
    return f"{{{str(uuid.uuid5(uuid.NAMESPACE_DNS, APP_ID)).upper()}}}"


def numbers(version: str = VERSION) -> tuple[int, int, int, int]:
    """Four numbers, as Windows compares versions: 0.2.0rc1 is (0, 2, 0, 0)."""
    found = re.match(r"(\d+)\.(\d+)(?:\.(\d+))?", version)
    if found is None:
        raise ValueError(f"{version} is no version")
    return int(found[1]), int(found[2]), int(found[3] or 0), 0


def product() -> str:
    """``product.iss``."""
    values = {
        "AppGuid": app_guid(),
        "AppName": APP_NAME,
        "AppId": APP_ID,
        "AppVersion": VERSION,
        "AppNumbers": ".".join(str(number) for number in numbers()),
        "AppPublisher": PUBLISHER,
        "AppDescription": DESCRIPTION,
        "Distribution": DISTRIBUTION,
        "WindowExe": f"{WINDOW_COMMAND}.exe",
        "CommandExe": f"{COMMAND}.exe",
    }
    return "".join(f'#define {name} "{_quoted(value)}"\n' for name, value in values.items())


def associations() -> str:
    """``associations.iss``: offered in "Open with"; no ending's own default is touched."""
    command = f'"""{_WINDOW}"" ""%1"""'
    lines = [
        _value(rf"Software\Classes\{PROG_ID}", "", f'"{APP_NAME}"', "uninsdeletekey"),
        _value(rf"Software\Classes\{PROG_ID}\DefaultIcon", "", f'"{_WINDOW},0"'),
        _value(rf"Software\Classes\{PROG_ID}\shell\open\command", "", command),
    ]
    application = rf"Software\Classes\Applications\{WINDOW_COMMAND}.exe"
    lines += [
        _value(application, "FriendlyAppName", f'"{APP_NAME}"', "uninsdeletekey"),
        _value(rf"{application}\shell\open\command", "", command),
        _value(_CAPABILITIES, "ApplicationName", f'"{APP_NAME}"', "uninsdeletekey"),
        _value(_CAPABILITIES, "ApplicationDescription", f'"{DESCRIPTION}"'),
        _value(r"Software\RegisteredApplications", APP_NAME, f'"{_CAPABILITIES}"', _GOES),
    ]
    for ending in endings():
        lines += [
            _value(rf"Software\Classes\{ending}\OpenWithProgids", PROG_ID, '""', _GOES),
            _value(rf"{application}\SupportedTypes", ending, '""'),
            _value(rf"{_CAPABILITIES}\FileAssociations", ending, f'"{PROG_ID}"'),
        ]
    return "\n".join(lines) + "\n"


_GOES = "uninsdeletevalue"


def _value(key: str, name: str, data: str, flags: str = "") -> str:
    line = f'Root: HKA; Subkey: "{key}"; ValueType: string; ValueName: "{name}"; ValueData: {data}'
    return f"{line}; Flags: {flags}" if flags else line


def version_info(executable: str) -> str:
    """The version resource of ``executable``, in the form that PyInstaller reads."""
    four = numbers()
    strings = {
        "CompanyName": PUBLISHER,
        "FileDescription": APP_NAME,
        "FileVersion": VERSION,
        "InternalName": executable.removesuffix(".exe"),
        "LegalCopyright": "Apache License 2.0",
        "OriginalFilename": executable,
        "ProductName": APP_NAME,
        "ProductVersion": VERSION,
    }
    table = ",\n        ".join(f"StringStruct({k!r}, {v!r})" for k, v in strings.items())
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([
      StringTable('040904B0', [
        {table}])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 1200])])
  ]
)
"""


def _quoted(value: str) -> str:
    return value.replace('"', '""')


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    files = {"product.iss": product(), "associations.iss": associations()}
    for name in (WINDOW_COMMAND, COMMAND, EDIT_COMMAND):
        files[f"{name}.version.txt"] = version_info(f"{name}.exe")
    for name, text in files.items():
        # With a byte order mark: else the compiler may take it for the system's code page.
        encoding = "utf-8-sig" if name.endswith(".iss") else "utf-8"
        (folder / name).write_text(text, encoding=encoding)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
