"""Calls side by side, each in a process that knows all that this one knows.

Python renders with one core a process, and the site has two languages. Where a system cannot copy
a running process (fork), the calls run one after another and the result is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_all_start_methods, get_context
from typing import Any, Final, TypeVar

T = TypeVar("T")

_calls: list[Callable[[], object]] = []


def side_by_side(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Return what each call returns, in order; raises what the first of them to fail raised.

    Results are pickled, the calls are not: they may be closures. What they change in memory is not
    seen here; what they write to disk is.
    """
    if not _FORKS:
        return [call() for call in calls]
    with ProcessPoolExecutor(
        len(calls), get_context("fork"), initializer=_inherit, initargs=(calls,)
    ) as processes:
        return list(processes.map(_call, range(len(calls))))


_FORKS: Final = "fork" in get_all_start_methods()


def _inherit(calls: Sequence[Callable[[], object]]) -> None:
    _calls[:] = calls


def _call(number: int) -> Any:
    return _calls[number]()
