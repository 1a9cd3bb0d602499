"""IPTC captions as XMP properties, for formats that have no place for IPTC's own records."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from fdiwn.metadata import xmp
from fdiwn.metadata.iptc import split

_DC = "http://purl.org/dc/elements/1.1/"
_PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/"
_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
_ALTERNATIVES, _BAG, _SEQUENCE, _TEXT = "Alt", "Bag", "Seq", ""
_PROPERTIES = {  # number of the record: namespace, name, kind; as IPTC's photo standard pairs them
    5: (_DC, "title", _ALTERNATIVES),
    25: (_DC, "subject", _BAG),
    40: (_PHOTOSHOP, "Instructions", _TEXT),
    55: (_PHOTOSHOP, "DateCreated", _TEXT),
    80: (_DC, "creator", _SEQUENCE),
    85: (_PHOTOSHOP, "AuthorsPosition", _TEXT),
    90: (_PHOTOSHOP, "City", _TEXT),
    92: (_CORE, "Location", _TEXT),
    95: (_PHOTOSHOP, "State", _TEXT),
    100: (_CORE, "CountryCode", _TEXT),
    101: (_PHOTOSHOP, "Country", _TEXT),
    103: (_PHOTOSHOP, "TransmissionReference", _TEXT),
    105: (_PHOTOSHOP, "Headline", _TEXT),
    110: (_PHOTOSHOP, "Credit", _TEXT),
    115: (_PHOTOSHOP, "Source", _TEXT),
    116: (_DC, "rights", _ALTERNATIVES),
    120: (_DC, "description", _ALTERNATIVES),
    122: (_PHOTOSHOP, "CaptionWriter", _TEXT),
}
_DATE = 55
_UTF_8 = b"\x1b%G"  # what the record (1, 90) says of the letters in the others


def with_captions(packet: bytes, records: bytes) -> bytes:
    """The XMP packet, which may be empty, with the captions that it lacks.

    What it says already it goes on saying. Raises ValueError for damaged records or XMP.
    """
    found: dict[int, list[bytes]] = {}
    coding = "latin-1"
    for dataset, content, _ in split(records):
        if dataset == (1, 90) and content == _UTF_8:
            coding = "utf-8"
        elif dataset[0] == 2 and dataset[1] in _PROPERTIES:
            found.setdefault(dataset[1], []).append(content)
    inside = ""
    for number, contents in sorted(found.items()):
        space, name, kind = _PROPERTIES[number]
        if not packet or not xmp.has(packet, space, name):
            texts = [_text(content, coding) for content in contents]
            if number == _DATE and len(texts[0]) == 8:
                texts = [f"{texts[0][:4]}-{texts[0][4:6]}-{texts[0][6:]}"]
            inside += _element(space, name, kind, texts)
    return xmp.with_description(packet, inside) if inside else packet


def _text(content: bytes, coding: str) -> str:
    """As text that XML can hold; many programs write UTF-8 and do not say so."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode(coding, "replace")
    return "".join(letter for letter in text if letter.isprintable() or letter in "\t\n\r")


def _element(space: str, name: str, kind: str, texts: list[str]) -> str:
    if kind == _TEXT:
        inside = escape(texts[0])
    else:
        language = ' xml:lang="x-default"' if kind == _ALTERNATIVES else ""
        items = "".join(f"<rdf:li{language}>{escape(text)}</rdf:li>" for text in texts)
        inside = f"<rdf:{kind}>{items}</rdf:{kind}>"
    return f"<p:{name} xmlns:p={quoteattr(space)}>{inside}</p:{name}>"
