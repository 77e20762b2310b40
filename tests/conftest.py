"""Fixtures of more than one folder of tests."""

from pathlib import Path

import pytest

from tests.building import build_once


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real archive's site under a sub-path, built once for all workers; read it only."""
    folder = tmp_path_factory.getbasetemp()
    return build_once(folder if worker_id == "master" else folder.parent)
