"""Documents of events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chronicle import tokens
from chronicle.address import address
from chronicle.archive import Archive, Dated
from chronicle.language import Language
from chronicle.model import Actor, Campaign, Event
from chronicle.search import entries, names
from chronicle.search.document import ACCOUNT, DATE, NAME, PLACE, SOURCE, TITLE, Document, spoken


def documents(
    archive: Archive, language: Language, languages: Mapping[str, Language]
) -> Iterator[Document]:
    """Yield a document for every shown event; withdrawn and merged records are not found."""
    for dated in archive.live:
        yield _document(archive, language, languages, dated)


def _document(
    archive: Archive, language: Language, languages: Mapping[str, Language], dated: Dated
) -> Document:
    event, code = dated.event, language.code
    place = archive.places[event.place]
    wide = [token for one in languages.values() for token in entries.wide(place, one)]
    kind = language.text(f"type.{event.type}.label")
    title = event.title.shown(code)
    account = tuple(statement.shown(code) for statement in event.account)
    disputed = [dispute.shown(code) for dispute in event.disputed]
    return Document(
        address("event", dated.id),
        code,
        title,
        kind,
        account,
        (
            (TITLE, spoken(title)),
            (PLACE, names.of(place)),
            (DATE, tokens.days(event.date.first, event.date.last)),
            (NAME, [*_named(archive, event), *wide, *spoken(kind)]),
            (ACCOUNT, spoken(*account, *disputed)),
            (SOURCE, spoken(*_sources(archive, event, code))),
        ),
        language.date(event.date),
        place.name.shown(code),
    )


def _named(archive: Archive, event: Event) -> list[str]:
    """Return the names of those who took part and of the campaigns, in either script."""
    known: list[Actor | Campaign] = [archive.actors[part.actor] for part in event.actors]
    known += [archive.campaigns[id] for id in event.part_of]
    return [token for entry in known for token in names.of(entry)]


def _sources(archive: Archive, event: Event, code: str) -> Iterator[str]:
    for source in event.sources.values():
        yield source.title or (source.about.shown(code) if source.about else "")
        yield archive.publishers[source.publisher].name.shown(code)
