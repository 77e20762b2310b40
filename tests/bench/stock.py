"""Stock MkDocs Material on our Markdown pages: what the site would cost without our part.

In: a folder with docs/en and docs/ar as our build wrote them. Out: seconds. The theme's own search
and its default navigation, which lists every page; both languages side by side, as ours are built.
"""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).parents[2]
CONFIGURATION = """\
site_name: Stock
docs_dir: {docs}
site_dir: {site}
theme:
  name: material
  language: {language}
  custom_dir: {custom}
  font: false
plugins: [search]
"""


def build(docs: Path, folder: Path) -> float:
    """Seconds until both sites stand in `folder`; raises CalledProcessError."""
    commands = [_configure(docs, folder, language) for language in ("en", "ar")]
    start = perf_counter()
    running = [
        subprocess.Popen(
            command,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for command in commands
    ]
    codes = [process.wait() for process in running]
    if any(codes):
        raise subprocess.CalledProcessError(max(codes), commands[0])
    return perf_counter() - start


def _configure(docs: Path, folder: Path, language: str) -> list[str]:
    custom = folder / "custom"
    custom.mkdir(parents=True, exist_ok=True)
    # Pages name templates of ours in their front matter; here each is Material's ordinary page.
    for ours in (ROOT / "theme").glob("*.html"):
        if ours.name not in {"main.html", "base.html"}:
            text = '{% extends "main.html" %}\n'
            (custom / ours.name).write_text(text, encoding="utf-8")
    configuration = folder / f"{language}.yml"
    text = CONFIGURATION.format(
        docs=docs / language, site=folder / language, language=language, custom=custom
    )
    configuration.write_text(text, encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(configuration)]
