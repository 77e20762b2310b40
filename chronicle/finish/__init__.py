"""Make one site of the two builds: joined, pruned, given sitemap and policy, checked, swapped in.

In: the folder of each language's build, and exported files that are added to them. Out: `site/`
under the root, or Problems and the site that stood before, byte for byte. Every page is read once
and written once; the stages are functions on text, in modules named after them. Nothing here looks
at a clock: same builds, same bytes.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType

from chronicle.finish import index, join, packaged, policy, prune, sitemap
from chronicle.finish.links import Links
from chronicle.finish.swap import heal, new_folder, swap
from chronicle.parallel import side_by_side
from chronicle.problem import Problem, errors

__all__ = ["finish", "heal"]


def finish(
    root: Path,
    builds: Mapping[str, Path],
    exports: Mapping[str, bytes],
    lastmod: Mapping[str, str],
    site_url: str,
    documents: Mapping[str, str] = MappingProxyType({}),
) -> list[Problem]:
    """Join `builds` (language to folder, `en` at the root of the site) into `root/site`.

    `exports` are further files by their path in the site.
    `lastmod` gives the date (YYYY-MM-DD) of an address, written without its language
    (`events/<id>/`). `site_url` is the public address of the root, or empty where none is set.
    `documents` are what search finds, by the path of their page in the site; the pages of about/
    are added to them from their finished text. Without any no index is made.
    An error among the returned problems means that `site/` was left as it was.
    """
    heal(root)
    new = new_folder(root)
    new.mkdir(parents=True)
    problems = _assemble(new, builds, exports, lastmod, site_url, documents)
    if errors(problems):
        shutil.rmtree(new)
        return [_located(root, problem) for problem in problems]
    swap(root)
    return problems


def _assemble(
    new: Path,
    builds: Mapping[str, Path],
    exports: Mapping[str, bytes],
    lastmod: Mapping[str, str],
    site_url: str,
    documents: Mapping[str, str],
) -> list[Problem]:
    files = {**prune.without_leftovers(join.layout(builds)), **packaged.files()}
    links = Links([*files, *exports], site_url)
    listed: list[str] = []
    problems: list[Problem] = []
    pages = [path for path in files if path.endswith(".html")]
    calls = [lambda: _Part(problems=index.build(new, builds, documents))]
    for language in builds:
        own = {path: files[path] for path in pages if join.language_of(path)[0] == language}
        calls.append(partial(_pages, new, own, Links([*files, *exports], site_url)))
    for part in side_by_side(calls):
        listed += part.listed
        problems += part.problems
        if part.links:
            links.take(part.links)
    kept = prune.used(files, links.used, links.look_at_styles)
    for path in kept:
        _write(new / path, files[path].read_bytes())
    for path, data in exports.items():
        _write(new / path, data)
    _write(new / ".nojekyll", b"")
    if site_url:
        _write(new / "sitemap.xml", sitemap.sitemap(listed, lastmod, site_url).encode())
    return links.problems() + problems


@dataclass(frozen=True)
class _Part:
    """What one of the processes side by side brings back."""

    listed: list[str] = field(default_factory=list)
    links: Links | None = None
    problems: list[Problem] = field(default_factory=list)


def _pages(new: Path, files: Mapping[str, Path], links: Links) -> _Part:
    """Read, finish, look at and write some pages."""
    listed: list[str] = []
    for path, file in files.items():
        text = policy.stamp(join.share_assets(path, file.read_text(encoding="utf-8")))
        links.look(path, text)
        _write(new / path, text.encode())
        if sitemap.belongs(path, text):
            listed.append(path)
    return _Part(listed, links)


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except FileNotFoundError:  # once a folder, and not a question for each of thousands of files
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def _located(root: Path, problem: Problem) -> Problem:
    """Point at the page's Markdown, or the theme's file, that a file of the site was made from."""
    language, inner = join.language_of(problem.path)
    page = f"docs/{language}/" + inner.removesuffix("index.html").rstrip("/")
    for source in (f"{page}.md", f"{page}/index.md", f"theme/{inner}"):
        plain = source.replace("//", "/")
        if (root / plain).is_file():
            return Problem(plain, problem.line, problem.field, problem.message, problem.severity)
    return problem
