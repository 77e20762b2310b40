"""Calls side by side: the results, in order, of processes that know what this one knows."""

import os
from functools import partial

import pytest

from chronicle import parallel
from chronicle.parallel import side_by_side

pytestmark = pytest.mark.parametrize("forks", [True, False])


@pytest.fixture(autouse=True)
def _system(forks: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "_FORKS", forks)


def test_results_come_back_in_the_order_of_the_calls() -> None:
    known = {"a": 1, "b": 2, "c": 3}
    assert side_by_side([partial(known.get, key) for key in "cab"]) == [3, 1, 2]


def test_a_call_may_be_a_closure() -> None:
    word = "closure"
    assert side_by_side([lambda: word + "s", lambda: word * 2]) == ["closures", "closureclosure"]


def test_what_a_call_raises_is_raised_here() -> None:
    def fails() -> None:
        raise LookupError("page 3")

    with pytest.raises(LookupError, match="page 3"):
        side_by_side([fails, lambda: None])


def test_each_call_has_a_process_of_its_own_where_the_system_can(forks: bool) -> None:
    processes = side_by_side([os.getpid, os.getpid])
    assert (os.getpid() in processes) is not forks
