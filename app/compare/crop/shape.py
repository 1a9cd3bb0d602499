"""The rectangle of the crop tool: pure geometry, in whole pixels of the source.

A ratio is width divided by height, None if any is allowed. Every result lies inside the picture and
has at least one pixel.
"""

from __future__ import annotations

import math

from fdiwn.api.cropping import Crop

Size = tuple[int, int]
Handle = tuple[int, int]
"""Which sides it moves: -1 the left or upper one, 1 the right or lower one, 0 none."""

HANDLES: tuple[Handle, ...] = tuple(
    (across, down) for down in (-1, 0, 1) for across in (-1, 0, 1) if across or down
)


def whole(picture: Size) -> Crop:
    return Crop(*picture)


def moved(crop: Crop, across: int, down: int, picture: Size) -> Crop:
    """The same rectangle elsewhere, as far as the picture allows."""
    return _placed(crop.left + across, crop.top + down, crop.size, picture)


def shaped(crop: Crop, ratio: float, picture: Size) -> Crop:
    """A rectangle of this ratio with the same middle and area, or as large as fits."""
    width = math.sqrt(crop.width * crop.height * ratio)
    width = min(width, picture[0], picture[1] * ratio)
    size = _of_ratio(width, ratio, picture)
    left = crop.left + (crop.width - size[0]) / 2
    return _placed(round(left), round(crop.top + (crop.height - size[1]) / 2), size, picture)


def has_ratio(crop: Crop, ratio: float) -> bool:
    """Whether no rectangle of whole pixels and this width comes nearer to the ratio."""
    return abs(crop.width / ratio - crop.height) <= 1 or abs(crop.height * ratio - crop.width) <= 1


def spanned(start: Size, end: Size, ratio: float | None, picture: Size) -> Crop:
    """From one corner to another, in pixels from the picture's top left corner; with a ratio as
    large as the farther side of `end` demands."""
    ends = [_kept(place, 0, most) for place, most in zip(end, picture, strict=True)]
    begins = [_kept(place, 0, most) for place, most in zip(start, picture, strict=True)]
    forward = [e >= b for b, e in zip(begins, ends, strict=True)]
    # At the edge there is no pixel further on.
    forward = [f and b < most for f, b, most in zip(forward, begins, picture, strict=True)]
    room = [m - b if f else b for f, b, m in zip(forward, begins, picture, strict=True)]
    width, height = (max(1, abs(e - b)) for b, e in zip(begins, ends, strict=True))
    if ratio is not None:
        wanted = max(width, height * ratio)
        width, height = _of_ratio(min(wanted, room[0], room[1] * ratio), ratio, (room[0], room[1]))
    left = begins[0] if forward[0] else begins[0] - width
    top = begins[1] if forward[1] else begins[1] - height
    return Crop(width, height, left, top)


def resized(crop: Crop, handle: Handle, to: Size, ratio: float | None, picture: Size) -> Crop:
    """With a handle dragged to a place, in pixels from the picture's top left corner."""
    across, down = handle
    left, top = crop.left, crop.top
    right, bottom = left + crop.width, top + crop.height
    if across and down:
        corner = (left if across > 0 else right, top if down > 0 else bottom)
        return spanned(corner, to, ratio, picture)
    if across:
        fixed = left if across > 0 else right
        side = spanned((fixed, top), (to[0], bottom), None, picture)
        width, height = float(side.width), float(crop.height)
        if ratio is not None:
            width = min(width, picture[1] * ratio)
            height = width / ratio
    else:
        fixed = top if down > 0 else bottom
        side = spanned((left, fixed), (right, to[1]), None, picture)
        width, height = float(crop.width), float(side.height)
        if ratio is not None:
            width = min(height * ratio, picture[0])
            height = width / ratio
    size = (round(width), round(height)) if ratio is None else _of_ratio(width, ratio, picture)
    # The side that was not dragged stays in place, across it the middle does.
    x, y = left + (crop.width - size[0]) // 2, top + (crop.height - size[1]) // 2
    if across:
        x = fixed if side.left >= fixed else fixed - size[0]
    else:
        y = fixed if side.top >= fixed else fixed - size[1]
    return _placed(x, y, size, picture)


def grown(crop: Crop, across: int, down: int, ratio: float | None, picture: Size) -> Crop:
    """Wider and higher by so many pixels, from its top left corner; with a ratio, by what that
    makes of either."""
    if ratio is not None and down:
        across, down = _steps(down * ratio), 0
    width = _kept(crop.width + across, 1, picture[0] - crop.left)
    height = _kept(crop.height + down, 1, picture[1] - crop.top)
    if ratio is not None:
        most = min(float(width), (picture[1] - crop.top) * ratio)
        width, height = _of_ratio(most, ratio, (picture[0] - crop.left, picture[1] - crop.top))
    return Crop(width, height, crop.left, crop.top)


def _steps(length: float) -> int:
    """At least one pixel, in the direction of `length`."""
    return math.ceil(length) if length > 0 else math.floor(length)


def _of_ratio(width: float, ratio: float, most: Size) -> Size:
    across = _kept(round(width), 1, max(1, most[0]))
    return across, _kept(round(across / ratio), 1, max(1, most[1]))


def _placed(left: int, top: int, size: Size, picture: Size) -> Crop:
    width, height = size
    return Crop(
        width, height, _kept(left, 0, picture[0] - width), _kept(top, 0, picture[1] - height)
    )


def _kept(place: int, least: int, most: int) -> int:
    return min(max(place, least), most)
