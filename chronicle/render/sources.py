"""The sources page: who was read, how often, and how often others rely on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from chronicle.address import address
from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.model import Publisher
from chronicle.render.page import Page
from chronicle.vocabulary import PUBLISHER_KINDS, PublisherKind


@dataclass(frozen=True)
class Read:
    """One publisher with its figures."""

    id: str
    publisher: Publisher
    sources: int
    relied: int
    archived: int


def pages(archive: Archive, language: Language) -> Iterator[Page]:
    """Yield the sources page."""
    used = [_read(archive, id) for id in archive.shown_publishers]
    languages = Counter(
        source.language for dated in archive.live for source in dated.event.sources.values()
    )
    yield Page(
        address("sources"),
        "sources.md.j2",
        language.text("sources.title"),
        language.text("sources.description"),
        {
            "kinds": _by_kind(used),
            "publishers": sum(read.sources > 0 for read in used),
            "languages": sorted(languages.items(), key=lambda item: (-item[1], item[0])),
        },
    )


def _read(archive: Archive, id: str) -> Read:
    sources = archive.by_publisher.get(id, [])
    archived = sum(dated.event.sources[key].archived_url is not None for dated, key in sources)
    return Read(id, archive.publishers[id], len(sources), archive.relied_on[id], archived)


def _by_kind(used: list[Read]) -> list[tuple[PublisherKind, list[Read]]]:
    groups = []
    for kind in PUBLISHER_KINDS:
        reads = [read for read in used if read.publisher.kind == kind]
        if reads:
            groups.append((kind, sorted(reads, key=lambda r: (-(r.sources + r.relied), r.id))))
    return groups
