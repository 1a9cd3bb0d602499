"""TGA: what the fourth channel of a file is."""

from __future__ import annotations

import struct
from pathlib import Path

NONE, ALPHA, PREMULTIPLIED = "none", "alpha", "premultiplied"
_SIGNATURE = b"TRUEVISION-XFILE.\0"
_FOOTER = 26  # bytes
_KIND = 494  # of the extension area: where it says what alpha is
_BY_KIND = {3: ALPHA, 4: PREMULTIPLIED}


def alpha_of(path: Path) -> str:
    """One of the three. Version 2 says it at the end of the file, version 1 by a number of bits.

    Raises OSError.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        head = file.read(18)
        file.seek(max(0, size - _FOOTER))
        footer = file.read(_FOOTER)
        if len(footer) == _FOOTER and footer.endswith(_SIGNATURE):
            (extension,) = struct.unpack_from("<I", footer)
            file.seek(extension + _KIND)
            if extension and (kind := file.read(1)):
                return _BY_KIND.get(kind[0], NONE)
    return ALPHA if len(head) == 18 and head[17] & 15 else NONE
