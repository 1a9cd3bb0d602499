"""EXIF, XMP and IPTC, read and set right for the result."""
