"""Reads dropped or pasted data: files, folders, pictures. Links are never followed."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QObject,
    QSaveFile,
    QStandardPaths,
    QUrl,
    Signal,
)
from PySide6.QtGui import QImage, QImageWriter

from app.look.translation import tr
from fdiwn.api.names import APP_NAME

log = logging.getLogger(__name__)

ENDINGS = {
    "image/png": ".png",
    "image/tiff": ".tif",
    "image/webp": ".webp",
    "image/jpeg": ".jpg",
}
"""Data of these kinds is kept byte for byte, with its profile and depth; best first."""
DEFAULT_ENDING = ".png"


@dataclass(frozen=True)
class DroppedData:
    """files: local, existing or not. links: addresses on other computers.

    picture: a picture without a file, as the bytes of a file with `ending`, or decoded.
    """

    files: tuple[Path, ...] = ()
    links: tuple[str, ...] = ()
    picture: QByteArray | QImage | None = None
    ending: str = DEFAULT_ENDING

    def __bool__(self) -> bool:
        return bool(self.files or self.links or self.picture is not None)


def read(data: QMimeData) -> DroppedData:
    """The part of `data` that this program uses: files, else picture data, else links."""
    urls = data.urls() or _lines(data)
    files = tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile())
    links = tuple(url.toDisplayString() for url in urls if url.scheme() in ("http", "https", "ftp"))
    if files:
        return DroppedData(files, links)
    for kind, ending in ENDINGS.items():
        if data.hasFormat(kind) and not data.data(kind).isEmpty():
            return DroppedData(picture=data.data(kind), ending=ending)
    if data.hasImage():
        image = QImage(data.imageData())
        if not image.isNull():
            return DroppedData(picture=image)
    return DroppedData(links=links)


def promises(data: QMimeData) -> bool:
    """Whether `data` may hold something usable, without fetching it from its source program."""
    return data.hasUrls() or data.hasImage() or any(data.hasFormat(kind) for kind in ENDINGS)


def pasted_folder() -> Path:
    """The folder for pictures without a file: in the user's Pictures, as results go beside them."""
    place = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(place)) / APP_NAME


class Incoming(QObject):
    """Opens dropped or pasted data, and reports what cannot be opened."""

    told = Signal(str)
    _stored = Signal(object)
    _failed = Signal(str)

    def __init__(self, open_files: Callable[[Iterable[Path]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._open = open_files
        self._writers: list[threading.Thread] = []
        self._stored.connect(lambda path: self._open([path]))
        self._failed.connect(self.told)

    def take(self, data: QMimeData) -> bool:
        """Open `data`; returns whether it held anything usable."""
        dropped = read(data)
        if dropped.files:
            self._open(dropped.files)
        if dropped.picture is not None:
            self._store(dropped.picture, dropped.ending)
        if dropped.links:
            self.told.emit(
                tr(
                    "{0} is on another computer, and this program fetches nothing by itself. Save "
                    "the picture in your browser, then drop the file here."
                ).format(dropped.links[0])
            )
        return bool(dropped)

    def paste(self, data: QMimeData) -> None:
        if not self.take(data):
            self.told.emit(
                tr(
                    "There is no picture to paste. Copy a picture, or picture files in your file "
                    "manager, and paste again."
                )
            )

    def close(self) -> None:
        """Wait until all pictures are written."""
        for writer in self._writers:
            writer.join()

    def _store(self, picture: QByteArray | QImage, ending: str) -> None:
        """Write the picture to a file on a background thread, as it may be large."""
        target = _free_name(pasted_folder(), ending)

        def write() -> None:
            try:
                _write(picture, target)
            except OSError as error:
                log.error("The pasted picture was not kept: %s", error)
                self._failed.emit(
                    tr(
                        "The pasted picture could not be kept in {0}: {1}. Save it as a file "
                        "and open that."
                    ).format(target.parent, error.strerror or error)
                )
            else:
                self._stored.emit(target)

        self._writers = [writer for writer in self._writers if writer.is_alive()]
        self._writers.append(threading.Thread(target=write, name="paste"))
        self._writers[-1].start()


def _write(picture: QByteArray | QImage, target: Path) -> None:
    """Raises OSError."""
    target.parent.mkdir(parents=True, exist_ok=True)
    file = QSaveFile(str(target))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        raise OSError(None, file.errorString())
    if isinstance(picture, QImage):
        written = QImageWriter(file, QByteArray(b"PNG")).write(picture)
    else:
        written = file.write(picture) == picture.size()
    if not (written and file.commit()):
        raise OSError(None, file.errorString())


def _free_name(folder: Path, ending: str) -> Path:
    stem = time.strftime("pasted-%Y-%m-%d-%H%M%S")
    number, path = 2, folder / (stem + ending)
    while path.exists():
        path = folder / f"{stem}-{number}{ending}"
        number += 1
    return path


def _lines(data: QMimeData) -> list[QUrl]:
    """Text may be a list of files too, one per line, as copied from a terminal."""
    lines = [line.strip() for line in data.text().splitlines()] if data.hasText() else []
    found = [QUrl.fromLocalFile(line) for line in lines if Path(line).is_absolute()]
    found += [QUrl(line) for line in lines if line.startswith("file://")]
    return [url for url in found if Path(url.toLocalFile()).exists()]
