"""Fixtures of more than one folder of tests."""

from pathlib import Path

import pytest

from tests.building import BuildFailed, build_once


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real archive's site under a sub-path, built once for all workers; read it only.

    Where it cannot be built, each test that needs it fails with one line.
    """
    folder = tmp_path_factory.getbasetemp()
    try:
        return build_once(folder if worker_id == "master" else folder.parent)
    except BuildFailed as failed:
        first = next((line for line in str(failed).split("\n") if ": warning: " not in line), "")
        message = f"`python build.py site` fails: {first}"
        raise pytest.fail.Exception(message, pytrace=False) from None
