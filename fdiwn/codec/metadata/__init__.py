"""Reads EXIF, XMP and IPTC, and corrects them for the result."""
