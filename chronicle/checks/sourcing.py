"""Rules on sources: no sentence without one (safety rule 1)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chronicle.checks.references import unknown
from chronicle.checks.subject import Subject, Where
from chronicle.model import Event
from chronicle.problem import Problem
from chronicle.vocabulary import CAUSAL_RELATIONS


def everything_is_sourced(subject: Subject) -> Iterator[Problem]:
    """E (1) a statement, claim, role, dispute or causal relation names at least one source, and
    every source it names exists in the record.
    """
    for record in subject.events:
        sources = record.value.sources
        for where, named in _sourced(record.value):
            if not named:
                yield record.problem(where, "no source; name at least one in sources: [...]")
            for number, id in enumerate(named):
                if id not in sources:
                    yield record.problem((*where, "sources", number), unknown(id, sources))
        for where, named in _may_be_sourced(record.value):
            for number, id in enumerate(named):
                if id not in sources:
                    yield record.problem((*where, "sources", number), unknown(id, sources))


def _sourced(event: Event) -> Iterator[tuple[Where, Sequence[str]]]:
    for field in ("account", "claims", "actors", "disputed"):
        for index, part in enumerate(getattr(event, field)):
            yield (field, index), part.sources
    for index, related in enumerate(event.related):
        if related.relation in CAUSAL_RELATIONS:
            yield ("related", index), related.sources


def _may_be_sourced(event: Event) -> Iterator[tuple[Where, Sequence[str]]]:
    for index, related in enumerate(event.related):
        if related.relation not in CAUSAL_RELATIONS:
            yield ("related", index), related.sources
    for index, correction in enumerate(event.corrections):
        yield ("corrections", index), correction.sources


def sources_are_used(subject: Subject) -> Iterator[Problem]:
    """W a source that carries nothing in its record, and a source without an address."""
    for record in subject.events:
        event = record.value
        used = {id for _, named in (*_sourced(event), *_may_be_sourced(event)) for id in named}
        for key, source in event.sources.items():
            if key not in used and not record.draft:
                yield record.problem(("sources", key), "nothing in the record names it", True)
            publisher = subject.records.publishers.get(source.publisher)
            if source.url is None and publisher and publisher.value.url:
                yield record.problem(("sources", key), "no url; readers cannot look it up", True)


RULES = (everything_is_sourced, sources_are_used)
