"""Zoom and position of a picture in a view: pure geometry, no widgets.

Lengths in the view are device pixels, lengths in the picture are output pixels, and the zoom is
device pixels per output pixel; so a zoom of 1 is one output pixel per device pixel on any screen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

MAX_ZOOM = 32.0
SNAP = 0.03
"""A zoom this close to 1 (relative) snaps to 1."""


@dataclass(frozen=True)
class Viewport:
    """A view of (view_width, view_height) onto a picture of (width, height).

    centre_x, centre_y: the point of the picture in the middle of the view. fits, fills: the zoom
    follows the size of the view, so that it shows all of the picture, or no surround. Every
    operation returns a new value, kept within the picture.
    """

    width: int = 1
    height: int = 1
    view_width: int = 1
    view_height: int = 1
    zoom: float = 1.0
    centre_x: float = 0.5
    centre_y: float = 0.5
    fits: bool = True
    fills: bool = False

    @property
    def fit_zoom(self) -> float:
        """The whole picture in the view, never magnified beyond 1."""
        return min(1.0, self.view_width / self.width, self.view_height / self.height)

    def fitted(self) -> Viewport:
        return replace(self, zoom=self.fit_zoom, fits=True, fills=False)._settled()

    def filled(self) -> Viewport:
        """Fill the view, with no surround; the middle stays."""
        zoom = max(self.view_width / self.width, self.view_height / self.height)
        return replace(self, zoom=min(zoom, MAX_ZOOM), fits=False, fills=True)._settled()

    def resized(self, view_width: int, view_height: int) -> Viewport:
        """Resize the view; its middle stays where it is."""
        view = replace(self, view_width=max(1, view_width), view_height=max(1, view_height))
        return view._following()

    def with_picture(self, width: int, height: int) -> Viewport:
        """Change the picture's size, keeping the same part in view at the same size."""
        factor = width / self.width
        view = replace(
            self,
            width=max(1, width),
            height=max(1, height),
            zoom=self.zoom / factor,
            centre_x=self.centre_x * factor,
            centre_y=self.centre_y * height / self.height,
        )
        return view._following()

    def zoomed(self, zoom: float, x: float, y: float) -> Viewport:
        """Zoom, keeping the picture's point under (x, y) of the view in place."""
        zoom = min(max(zoom, min(self.fit_zoom, 1.0)), MAX_ZOOM)
        # Without this, small steps such as a pinch's would never leave 1.
        if abs(zoom - 1.0) < SNAP and abs(zoom - 1.0) <= abs(self.zoom - 1.0):
            zoom = 1.0
        point_x, point_y = self.to_picture(x, y)
        return replace(
            self,
            zoom=zoom,
            centre_x=point_x - (x - self.view_width / 2) / zoom,
            centre_y=point_y - (y - self.view_height / 2) / zoom,
            fits=False,
            fills=False,
        )._settled()

    def panned(self, dx: float, dy: float) -> Viewport:
        """Move the picture by (dx, dy) device pixels."""
        return replace(
            self,
            centre_x=self.centre_x - dx / self.zoom,
            centre_y=self.centre_y - dy / self.zoom,
        )._settled()

    def origin(self) -> tuple[int, int]:
        """The picture's top left corner in the view, in whole device pixels."""
        return (
            round(self.view_width / 2 - self.centre_x * self.zoom),
            round(self.view_height / 2 - self.centre_y * self.zoom),
        )

    def to_picture(self, x: float, y: float) -> tuple[float, float]:
        """The picture's point under (x, y) of the view; it may lie outside the picture."""
        left, top = self.origin()
        return (x - left) / self.zoom, (y - top) / self.zoom

    def visible(self) -> tuple[float, float, float, float]:
        """The visible part: left, top, right, bottom in picture pixels."""
        left, top = self.to_picture(0, 0)
        right, bottom = self.to_picture(self.view_width, self.view_height)
        return (
            max(0.0, left),
            max(0.0, top),
            min(float(self.width), right),
            min(float(self.height), bottom),
        )

    def _following(self) -> Viewport:
        if self.fits:
            return self.fitted()
        return self.filled() if self.fills else self._settled()

    def _settled(self) -> Viewport:
        """Centred if smaller than the view, else with no empty space beside the picture."""
        return replace(
            self,
            centre_x=_kept_inside(self.centre_x, self.width, self.view_width / self.zoom),
            centre_y=_kept_inside(self.centre_y, self.height, self.view_height / self.zoom),
        )


def _kept_inside(centre: float, size: int, shown: float) -> float:
    if shown >= size:
        return size / 2
    return min(max(centre, shown / 2), size - shown / 2)
