"""The picture in the middle: an original, or two renderings compared in five modes."""
