"""Connects to or starts a cluster for a batch. Dask is imported only when needed."""

from __future__ import annotations

import logging
import re
import signal
import socket
import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from multiprocessing import resource_tracker
from typing import TYPE_CHECKING, Any

from fdiwn.api.errors import Cancelled, ClusterError
from fdiwn.api.progress import ShouldStop
from fdiwn.batch.records.plan import BatchOptions

if TYPE_CHECKING:
    from fdiwn.batch.cluster.executor import ClusterExecutor

_LOCAL = re.compile(r"local:([1-9]\d{0,3})")
_REMOTE = re.compile(r"(?:tcp|tls)://(\[[^\]]+\]|[^:/\[\]]+):(\d{1,5})")
_CONNECT = 10.0  # seconds
_LOGGERS = ("distributed", "distributed.client", "distributed.gc", "tornado.application")


def checked_address(text: str) -> str:
    """Returns it; raises ValueError unless it is ``tcp://HOST:PORT`` or ``local:N``."""
    if not _LOCAL.fullmatch(text) and not _REMOTE.fullmatch(text):
        raise ValueError(f"tcp://HOST:PORT of a scheduler, or local:N processes, not {text!r}")
    return text


@contextmanager
def open_cluster(
    address: str, options: BatchOptions, should_stop: ShouldStop
) -> Iterator[ClusterExecutor]:
    """An executor on a cluster whose workers were tested to see the same files.

    address: see `checked_address`. Raises ClusterError if it is missing or unsuitable, OutputError,
    or Cancelled. A KeyboardInterrupt returns at once; the workers notice later.
    """
    distributed = _distributed()
    stack = ExitStack()
    try:
        from fdiwn.batch.cluster.executor import ClusterExecutor

        client = _connected(stack, distributed, address)
        executor = ClusterExecutor(client, options, should_stop)
        stack.callback(executor.close)
        yield executor
    except Exception as error:
        stack.close()
        if should_stop() and isinstance(error, ClusterError):
            raise Cancelled from error  # any other error is a consequence of stopping
        raise
    stack.close()


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as exc:
        raise ClusterError(
            "A cluster cannot be used",
            "Dask is not installed here",
            "Install it with: pip install 'fdiwn-upscaler[cluster]'",
        ) from exc
    for name in _LOGGERS:  # we log what matters ourselves
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return distributed


def _connected(stack: ExitStack, distributed: Any, address: str) -> Any:
    """A client that the stack closes."""
    local = _LOCAL.fullmatch(address)
    where: Any = _started(stack, distributed, int(local[1])) if local else _reached(address)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of different versions, which are compared afterwards
            client = distributed.Client(where, timeout=_CONNECT, set_as_default=False)
    except (OSError, RuntimeError) as exc:
        raise _unreachable(address, str(exc)) from exc
    stack.callback(client.close)
    return client


def _started(stack: ExitStack, distributed: Any, processes: int) -> Any:
    """A cluster on this computer that divides its cores."""
    from fdiwn.backends.hardware import cpu_threads

    try:
        with _spared():
            cluster = distributed.LocalCluster(
                n_workers=processes,
                threads_per_worker=max(1, cpu_threads() // processes),
                processes=True,
                host="127.0.0.1",
                memory_limit=0,  # Dask would count mapped files, which are released when needed
                silence_logs=logging.CRITICAL,
                preload="fdiwn.batch.cluster.worker",
                # Without an address Dask would open its usual port, even without a dashboard.
                scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
            )
    except (OSError, RuntimeError) as exc:
        why = f"{processes} processes cannot be started ({exc})"
        raise ClusterError("A cluster on this computer cannot be used", why) from exc
    stack.callback(cluster.close)
    return cluster


@contextmanager
def _spared() -> Iterator[None]:
    """Threads started in here, and the processes that they start, ignore Ctrl+C. This thread
    handles it afterwards."""
    if sys.platform == "win32":
        yield  # no signal masks: the processes ignore it once they run
        return
    resource_tracker.ensure_running()  # or the first process would start it, unmasked
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _reached(address: str) -> str:
    """The address, if something listens there: distributed itself would keep trying for long."""
    found = _REMOTE.fullmatch(address)
    assert found, "it has been checked"
    try:
        host, port = found[1].strip("[]"), int(found[2])
        socket.create_connection((host, port), timeout=_CONNECT).close()
    except (OSError, OverflowError) as exc:
        raise _unreachable(address, getattr(exc, "strerror", None) or str(exc)) from exc
    return address


def _unreachable(address: str, why: str) -> ClusterError:
    todo = "Start it with 'dask scheduler', and look at the address and at firewalls between"
    return ClusterError(f"No scheduler answers at {address}", why, todo)
