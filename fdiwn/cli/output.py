"""Standard output and errors that may be closed, full or broken without stopping the work."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

OUTPUT_LOST = 4
"""The exit code where all went well, and what was to be printed could not be."""


class _Lasting(io.FileIO):
    """A stream that keeps quiet once it cannot be written to. lost: whether that has happened."""

    lost = False

    def write(self, data: object) -> int:
        size = memoryview(data).nbytes  # type: ignore[arg-type]  # whatever a buffer hands over
        if self.lost:
            return size
        try:
            written = super().write(data)  # type: ignore[arg-type]
            if written is None:  # somebody has made it a stream that does not wait
                os.set_blocking(self.fileno(), True)
                written = super().write(data)  # type: ignore[arg-type]
        except OSError:
            self.lost = True
            return size
        return written


@contextmanager
def lasting_output() -> Iterator[None]:
    """No error of the standard streams reaches the work. Ends with the exit code `OUTPUT_LOST`
    where standard output broke on the way; one that was closed from the start was not wanted."""
    _open_closed()
    before, streams = (sys.stdout, sys.stderr), list[_Lasting]()
    try:
        sys.stdout, sys.stderr = (_lasting(each, streams) for each in before)
        try:
            yield
        except SystemExit as ending:
            _flush()
            if not ending.code and _lost(streams, 1):
                raise SystemExit(OUTPUT_LOST) from ending
            raise
        _flush()
        if _lost(streams, 1):
            raise SystemExit(OUTPUT_LOST)
    finally:
        _flush()
        sys.stdout, sys.stderr = before


def _open_closed() -> None:
    """A closed stream's number would go to the next file that is opened, and what libraries print
    would end up in there."""
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123


def _lasting(stream: TextIO, made: list[_Lasting]) -> TextIO:
    """The same stream, deaf to errors; itself where it is none of the system's files, as the
    console of Windows."""
    buffer = getattr(stream, "buffer", None)
    raw = getattr(buffer, "raw", buffer)  # without a buffer where Python is told so
    if not isinstance(raw, io.FileIO):
        return stream
    stream.flush()
    lasting = _Lasting(raw.fileno(), "w", closefd=False)
    made.append(lasting)
    unbuffered = bool(getattr(stream, "write_through", False))
    return io.TextIOWrapper(
        lasting if unbuffered else io.BufferedWriter(lasting),  # as python -u has it
        encoding=stream.encoding,
        errors="backslashreplace" if stream.errors == "strict" else stream.errors,  # odd names
        line_buffering=bool(getattr(stream, "line_buffering", False)),  # errors always are
        write_through=unbuffered,
    )


def _flush() -> None:
    sys.stdout.flush()
    sys.stderr.flush()


def _lost(streams: list[_Lasting], number: int) -> bool:
    return any(each.lost and each.fileno() == number for each in streams)
