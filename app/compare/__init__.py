"""The picture in the middle: an original, or two or four renderings compared in six modes."""
