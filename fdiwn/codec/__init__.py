"""Files <-> pictures. libvips does the work; Pillow reads what this libvips does not know."""

from fdiwn.codec.read import read_picture
from fdiwn.codec.write import check_target, write_picture

__all__ = ["check_target", "read_picture", "write_picture"]
