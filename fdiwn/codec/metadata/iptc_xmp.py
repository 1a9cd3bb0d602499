"""Converts IPTC captions to XMP properties, for formats without IPTC records."""

from __future__ import annotations

from fdiwn.codec.metadata.iptc import split
from fdiwn.codec.metadata.xmp import (
    ALTERNATIVES,
    BAG,
    DC,
    IPTC_CORE,
    PHOTOSHOP,
    SEQUENCE,
    TEXT,
    Property,
    with_properties,
)

_PROPERTIES = {  # record number: namespace, name, kind; as in IPTC's photo standard
    5: (DC, "title", ALTERNATIVES),
    25: (DC, "subject", BAG),
    40: (PHOTOSHOP, "Instructions", TEXT),
    55: (PHOTOSHOP, "DateCreated", TEXT),
    80: (DC, "creator", SEQUENCE),
    85: (PHOTOSHOP, "AuthorsPosition", TEXT),
    90: (PHOTOSHOP, "City", TEXT),
    92: (IPTC_CORE, "Location", TEXT),
    95: (PHOTOSHOP, "State", TEXT),
    100: (IPTC_CORE, "CountryCode", TEXT),
    101: (PHOTOSHOP, "Country", TEXT),
    103: (PHOTOSHOP, "TransmissionReference", TEXT),
    105: (PHOTOSHOP, "Headline", TEXT),
    110: (PHOTOSHOP, "Credit", TEXT),
    115: (PHOTOSHOP, "Source", TEXT),
    116: (DC, "rights", ALTERNATIVES),
    120: (DC, "description", ALTERNATIVES),
    122: (PHOTOSHOP, "CaptionWriter", TEXT),
}
_DATE = 55
_UTF_8 = b"\x1b%G"  # value of record (1, 90), the encoding of the others


def with_captions(packet: bytes, records: bytes) -> bytes:
    """Adds missing captions to the XMP packet, which may be empty.

    Existing properties are kept. Raises ValueError for damaged records or XMP.
    """
    found: dict[int, list[bytes]] = {}
    coding = "latin-1"
    for dataset, content, _ in split(records):
        if dataset == (1, 90) and content == _UTF_8:
            coding = "utf-8"
        elif dataset[0] == 2 and dataset[1] in _PROPERTIES:
            found.setdefault(dataset[1], []).append(content)
    properties: list[Property] = []
    for number, contents in sorted(found.items()):
        texts = [_text(content, coding) for content in contents]
        if number == _DATE and len(texts[0]) == 8:
            texts = [f"{texts[0][:4]}-{texts[0][4:6]}-{texts[0][6:]}"]
        properties.append((*_PROPERTIES[number], texts))
    return with_properties(packet, properties)


def _text(content: bytes, coding: str) -> str:
    """As text that is valid in XML; many programs write UTF-8 without declaring it."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode(coding, "replace")
    return "".join(letter for letter in text if letter.isprintable() or letter in "\t\n\r")
