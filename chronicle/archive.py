"""The archive: checked records in order, with every index that pages and exports need.

In: `Records`. Out: `Archive`, read-only. It knows no language and no page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from chronicle.lines import Origins
from chronicle.load import Record, Records
from chronicle.model import Actor, Campaign, Event, Model, Place, Publisher
from chronicle.vocabulary import EventType, Governorate, Relation, Role

K = TypeVar("K")
V = TypeVar("V")
M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Dated:
    """An event with its id; events sort by first day, last day and id."""

    id: str
    event: Event

    def __lt__(self, other: Dated) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[object, ...]:
        date = self.event.date
        return (date.first, date.last, self.id)

    @property
    def year(self) -> int:
        return self.event.date.first.year


@dataclass(frozen=True)
class Archive:
    """All entries by id. `events` holds withdrawn and merged records too; `live` does not."""

    events: Mapping[str, Event]
    actors: Mapping[str, Actor]
    places: Mapping[str, Place]
    publishers: Mapping[str, Publisher]
    campaigns: Mapping[str, Campaign]

    @cached_property
    def origins(self) -> Origins:
        return Origins(self.actors, self.publishers)

    @cached_property
    def live(self) -> tuple[Dated, ...]:
        """All shown events in order of time."""
        return tuple(sorted(Dated(id, event) for id, event in self.events.items() if event.live))

    @cached_property
    def by_year(self) -> dict[int, list[Dated]]:
        return dict(sorted(_grouped((dated.year, dated) for dated in self.live).items()))

    @cached_property
    def by_place(self) -> dict[str, list[Dated]]:
        return _grouped((dated.event.place, dated) for dated in self.live)

    @cached_property
    def by_governorate(self) -> dict[Governorate, list[Dated]]:
        pairs = ((self.places[dated.event.place].governorate, dated) for dated in self.live)
        return _grouped((governorate, dated) for governorate, dated in pairs if governorate)

    @cached_property
    def by_type(self) -> dict[EventType, list[Dated]]:
        return _grouped((dated.event.type, dated) for dated in self.live)

    @cached_property
    def by_campaign(self) -> dict[str, list[Dated]]:
        return _grouped((id, dated) for dated in self.live for id in dated.event.part_of)

    @cached_property
    def by_actor(self) -> dict[str, dict[Role, list[Dated]]]:
        """Events by actor and role; an actor has a place here only where it has a part."""
        parts = (
            (part.actor, (part.role, dated)) for dated in self.live for part in dated.event.actors
        )
        return {actor: _grouped(pairs) for actor, pairs in sorted(_grouped(parts).items())}

    @cached_property
    def shown_actors(self) -> dict[str, Actor]:
        """Actors that a shown event names, in any way, and all who command them. The registry may
        know more: they wait for their events, and nothing empty is shown.
        """
        named = {id for dated in self.live for id in _actors_named(dated.event)}
        commanders = named
        while commanders:
            known = (self.actors[id].parent for id in commanders if id in self.actors)
            commanders = {id for id in known if id} - named
            named = named | commanders
        return {id: actor for id, actor in self.actors.items() if id in named}

    @cached_property
    def shown_places(self) -> dict[str, Place]:
        """Places of shown events."""
        return {id: place for id, place in self.places.items() if id in self.by_place}

    @cached_property
    def shown_campaigns(self) -> dict[str, Campaign]:
        """Campaigns that a shown event belongs to, or that retell a report."""
        return {
            id: campaign
            for id, campaign in self.campaigns.items()
            if id in self.by_campaign or campaign.report
        }

    @cached_property
    def shown_publishers(self) -> dict[str, Publisher]:
        """Publishers that a shown event reads, quotes or relies on, in any way."""
        named = {*self.by_publisher, *self.relied_on, *self.by_claimant}
        named |= {id for dated in self.live for part in dated.event.actors for id in part.by}
        return {id: publisher for id, publisher in self.publishers.items() if id in named}

    @cached_property
    def children(self) -> dict[str, list[str]]:
        """Ids of the actors that each actor commands."""
        return _grouped(
            (actor.parent, id) for id, actor in sorted(self.shown_actors.items()) if actor.parent
        )

    @cached_property
    def by_publisher(self) -> dict[str, list[tuple[Dated, str]]]:
        """Sources by publisher, as (event, id of the source)."""
        return _grouped(
            (source.publisher, (dated, id))
            for dated in self.live
            for id, source in dated.event.sources.items()
        )

    @cached_property
    def by_claimant(self) -> dict[str, list[Dated]]:
        """Events by whoever claims a figure in them."""
        return _grouped((claim.by, dated) for dated in self.live for claim in dated.event.claims)

    @cached_property
    def relied_on(self) -> Counter[str]:
        """How often sources rely on each publisher or actor."""
        return Counter(
            origin
            for dated in self.live
            for source in dated.event.sources.values()
            for origin in source.relies_on
        )

    @cached_property
    def former(self) -> dict[str, str]:
        """Former id of an event -> its id today."""
        return {old: id for id, event in sorted(self.events.items()) for old in event.former_ids}

    @cached_property
    def pointed_at(self) -> dict[str, list[tuple[Dated, Relation]]]:
        """Relations that other events state towards an event, as (other event, its relation)."""
        return _grouped(
            (related.event, (dated, related.relation))
            for dated in self.live
            for related in dated.event.related
        )

    def neighbours(self, id: str) -> tuple[Dated | None, Dated | None]:
        """Return the shown events before and after one in order of time."""
        position = self._positions[id]
        before = self.live[position - 1] if position else None
        after = self.live[position + 1] if position + 1 < len(self.live) else None
        return before, after

    @cached_property
    def _positions(self) -> dict[str, int]:
        return {dated.id: position for position, dated in enumerate(self.live)}


def build(records: Records) -> Archive:
    """Build the archive from what was read."""
    return Archive(
        _values(records.events),
        _values(records.actors),
        _values(records.places),
        _values(records.publishers),
        _values(records.campaigns),
    )


def _actors_named(event: Event) -> Iterator[str]:
    for part in event.actors:
        yield part.actor
        yield from part.by
    for claim in event.claims:
        yield claim.by
        if claim.side:
            yield claim.side
    for source in event.sources.values():
        yield from source.relies_on


def _values(entries: Mapping[str, Record[M]]) -> dict[str, M]:
    return {id: record.value for id, record in sorted(entries.items())}


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, list[V]]:
    """Collect values by key, each value once, in the order they come."""
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        if not groups[key] or groups[key][-1] != value:
            groups[key].append(value)
    return dict(groups)
