"""The command in processes forked from one that has imported everything once.

A started Python imports for most of a second, with PyTorch for three. A forked process is as real:
it has its own number, streams, signals and end, also that of the interpreter. On Windows, which has
no forks, the command is started.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import io
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FAST = "tests.engine.batch_child"
"""The command with a network that only repeats pixels."""
PRODUCT = "fdiwn.cli.main"
"""The command as it is, with PyTorch."""
_PRELOADED = {
    FAST: ["fdiwn.cli.main", "fdiwn.cli.upscale", "fdiwn.batch.session", "fdiwn.codec"],
    PRODUCT: ["torch", "fdiwn.cli.upscale", "fdiwn.batch.session", "fdiwn.codec"],
}
_OF_TYPER = ["typer._adapters", "pydantic.type_adapter"]  # what it imports at the first call
_STARTED = {FAST: [str(ROOT / "tests/engine/batch_child.py")], PRODUCT: ["-m", "fdiwn"]}
_ENDS = ("SIGINT", "SIGTERM", "SIGHUP")
_servers: dict[str, tuple[subprocess.Popen[bytes], socket.socket]] = {}


def server_pids() -> set[int]:
    """Of the processes that fork, which end with this one."""
    return {server.pid for server, _ in _servers.values()}


def _end(server: subprocess.Popen[bytes], ours: socket.socket) -> None:
    ours.close()
    server.wait()


def _server(module: str) -> socket.socket:
    if module not in _servers:
        ours, theirs = socket.socketpair()
        command = [sys.executable, __file__, module, str(theirs.fileno())]
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        process = subprocess.Popen(command, env=environment, pass_fds=[theirs.fileno()], cwd=ROOT)
        theirs.close()
        _servers[module] = process, ours
        atexit.register(_end, process, ours)
    return _servers[module][1]


class Command(subprocess.Popen[str]):
    """A run of the command of `module`. closed: numbers of the streams that it does not have."""

    def __init__(
        self, module: str, arguments: Sequence[str], closed: Sequence[int] = (), **options: Any
    ) -> None:
        self._module, self._words, self._closed = module, list(arguments), list(closed)
        started = [sys.executable, *_STARTED[module], *arguments]
        super().__init__(started, encoding="utf-8", **options)

    if sys.platform != "win32":

        def _execute_child(self, *given: Any) -> None:
            cwd, env, streams = given[5], given[6], given[10:16]
            theirs = (streams[0], streams[3], streams[5])  # -1: as this process has it
            handed = [number if end == -1 else end for number, end in enumerate(theirs)]
            ignored = [n for n in _ENDS if signal.getsignal(getattr(signal, n)) == signal.SIG_IGN]
            request = {
                "arguments": [str(_STARTED[self._module][-1]), *self._words],
                "closed": self._closed,
                "cwd": os.fspath(cwd or Path.cwd()),
                "environment": dict(os.environ if env is None else env),
                "ignored": ignored,
            }
            ours, other = socket.socketpair()
            socket.send_fds(_server(self._module), [b"."], [other.fileno(), *handed])
            other.close()
            self._other = ours
            _tell(ours, json.dumps(request))
            self.pid = int(_told(ours))
            self._child_created = True
            self._close_pipe_fds(*streams)  # type: ignore[attr-defined]

        def _try_wait(self, flags: int) -> tuple[int, int]:
            return self._waited(self.pid, flags)

        def _internal_poll(self, _deadstate: Any = None, **_: Any) -> Any:
            poll = super()._internal_poll  # type: ignore[misc]
            return poll(_deadstate, _waitpid=self._waited)

        def _waited(self, pid: int, flags: int) -> tuple[int, int]:
            """As `os.waitpid` has it, which only the real parent may ask."""
            if flags and not select.select([self._other], [], [], 0)[0]:
                return 0, 0
            with self._other:
                return pid, int(_told(self._other))


def _tell(other: socket.socket, text: str) -> None:
    other.sendall(len(text).to_bytes(4, "big") + text.encode("ascii"))


def _told(other: socket.socket) -> str:
    length = int.from_bytes(other.recv(4, socket.MSG_WAITALL), "big")
    return other.recv(length, socket.MSG_WAITALL).decode("ascii")


def _serve(module: str, number: int) -> str:
    """Returns in each forked process that is to run the command, with the name of its module."""
    sys.path.remove(str(Path(__file__).parent))
    entry = importlib.import_module(module)
    if module == FAST:
        entry.replace_network()
    for name in (*_PRELOADED[module], *_OF_TYPER):
        with suppress(ImportError):
            importlib.import_module(name)
    gc.collect()
    gc.freeze()
    server = socket.socket(fileno=number)
    signal.signal(signal.SIGCHLD, _collect)
    while True:
        said, numbers, _, _ = socket.recv_fds(server, 1, 4)
        if not said:
            os._exit(0)
        if os.fork() == 0:
            server.close()
            _fork(*numbers)
            return module
        for each in numbers:
            os.close(each)


def _collect(*_: object) -> None:
    with suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _fork(status: int, *streams: int) -> None:
    """In the process in the middle, which waits and tells the end. Returns in the last one."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    with socket.socket(fileno=status) as other:
        request = json.loads(_told(other))
        if (pid := os.fork()) == 0:
            _become(request, streams)
            return
        for each in (0, 1, 2, *streams):
            os.close(each)
        _tell(other, str(pid))
        _tell(other, str(os.waitpid(pid, 0)[1]))
    os._exit(0)


def _become(request: dict[str, Any], streams: Sequence[int]) -> None:
    """What the system and Python do before the first line of a program."""
    os.environ.clear()
    os.environ.update(request["environment"])
    os.chdir(request["cwd"])
    tempfile.tempdir = None
    for name in _ENDS:
        default = signal.default_int_handler if name == "SIGINT" else signal.SIG_DFL
        how = signal.SIG_IGN if name in request["ignored"] else default
        signal.signal(getattr(signal, name), how)
    unbuffered = bool(os.environ.get("PYTHONUNBUFFERED"))
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
        name = ("stdin", "stdout", "stderr")[number]
        opened = None
        if number in request["closed"]:
            os.close(number)
        elif number == 0:
            opened = os.fdopen(0, encoding="utf-8", closefd=False)
        else:
            raw = os.fdopen(number, "wb", 0 if unbuffered else -1, closefd=False)
            errors = "backslashreplace" if number == 2 else "strict"
            opened = io.TextIOWrapper(
                raw,
                encoding="utf-8",
                errors=errors,
                line_buffering=number == 2,
                write_through=unbuffered,
            )
        setattr(sys, name, opened)
        setattr(sys, f"__{name}__", opened)
    sys.argv = request["arguments"]


if __name__ == "__main__":
    command = sys.modules[_serve(sys.argv[1], int(sys.argv[2]))].main
    command()
