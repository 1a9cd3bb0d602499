"""Reads and writes picture files. Uses libvips, and Pillow for formats that libvips lacks."""

from fdiwn.codec.read import read_picture
from fdiwn.codec.write import check_target, write_picture

__all__ = ["check_target", "read_picture", "write_picture"]
