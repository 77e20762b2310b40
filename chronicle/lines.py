"""Independent lines: how many different origins stand behind what was read, and what that supports.

In: an event and the registries. Out: lines, and the grading that they support (record.md,
"Independent lines"). Publishers that repeat one another are one line.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from chronicle.model import Actor, Event, Part, Publisher
from chronicle.vocabulary import (
    FACT_FINDING_PUBLISHER_KINDS,
    GRADINGS,
    IMPARTIAL_ACTOR_KINDS,
    LINELESS_PUBLISHER_KINDS,
    Attribution,
    Contest,
    Grading,
)


@dataclass(frozen=True, order=True)
class Line:
    """One origin: an actor that speaks for itself, or a publisher with its own reporting."""

    kind: Literal["actor", "publisher"]
    id: str


class CircularLines(ValueError):
    """Sources that rely on one another in a circle; the message names them."""


@dataclass(frozen=True)
class Origins:
    """Follows sources to the lines behind them.

    `actors` and `publishers` are the registries by id; unknown ids count as lines of their own, so
    that a mistyped id does not hide what else is wrong.
    """

    actors: Mapping[str, Actor]
    publishers: Mapping[str, Publisher]

    def of_id(self, id: str) -> frozenset[Line]:
        """Return the line of an actor or of a publisher's own reporting; empty if it has none."""
        if id in self.actors:
            return frozenset({Line("actor", self.topmost(id))})
        publisher = self.publishers.get(id)
        if publisher is None:
            return frozenset({Line("publisher", id)})
        if publisher.party:
            return frozenset({Line("actor", self.topmost(publisher.party))})
        if publisher.kind in LINELESS_PUBLISHER_KINDS:
            return frozenset()
        return frozenset({Line("publisher", id)})

    def topmost(self, id: str) -> str:
        """Return the actor at the top of an actor's chain of command.

        An army and the agency of its state are one line: whoever commands both speaks once.
        """
        seen: set[str] = set()
        while id in self.actors and (parent := self.actors[id].parent) and parent not in seen:
            seen.add(id)
            id = parent
        return id

    def of_source(self, event: Event, source: str) -> frozenset[Line]:
        """Return the lines at the ends of one source's chain; CircularLines where it has no end."""
        return self._ends(event, source)

    def of_sources(self, event: Event, sources: Iterable[str]) -> frozenset[Line]:
        """Return all lines behind several sources of an event; unknown ids are passed over."""
        return frozenset().union(*self._counted(event, sources))

    def of_each(self, event: Event) -> dict[str, frozenset[Line]]:
        """Return the lines behind every source of an event, by the source's id."""
        return {source: self.of_source(event, source) for source in event.sources}

    def independent(self, event: Event, sources: Iterable[str]) -> int:
        """Return the number of independent lines behind several sources of an event."""
        return independent(self._counted(event, sources))

    def _counted(self, event: Event, sources: Iterable[str]) -> list[frozenset[Line]]:
        """Return the lines of each source that counts: what a dataset has read, we have not."""
        return [
            self.of_source(event, source)
            for source in set(sources)
            if source in event.sources and not self._is_dataset(event.sources[source].publisher)
        ]

    def _is_dataset(self, id: str) -> bool:
        publisher = self.publishers.get(id)
        return publisher is not None and publisher.kind == "dataset"

    def of_party(self, line: Line) -> bool:
        """Return whether a line is that of a party to the conflict."""
        if line.kind == "publisher":
            return False
        actor = self.actors.get(line.id)
        return actor is None or actor.kind not in IMPARTIAL_ACTOR_KINDS

    def _ends(self, event: Event, source: str) -> frozenset[Line]:
        """Walk from a source along what it relies on; each source is visited once, without
        recursion, so that no record can exhaust the stack or the clock.
        """
        ends: set[Line] = set()
        done: set[str] = set()
        path: list[tuple[str, list[str]]] = [(source, self._step(event, source, ends))]
        while path:
            here, further = path[-1]
            if not further:
                done.add(here)
                path.pop()
                continue
            following = further.pop()
            trail = [id for id, _ in path]
            if following in trail:
                circle = [*trail[trail.index(following) :], following]
                raise CircularLines(" -> ".join(circle))
            if following not in done:
                path.append((following, self._step(event, following, ends)))
        return frozenset(ends)

    def _step(self, event: Event, source: str, ends: set[Line]) -> list[str]:
        """Add a source's own ends; return the record's other sources that it leads to."""
        record = event.sources[source]
        if not record.relies_on:
            ends |= self.of_id(record.publisher)
        leads: list[str] = []
        for origin in record.relies_on:
            further = [id for id, other in event.sources.items() if other.publisher == origin]
            if origin == record.publisher or origin in self.actors or not further:
                ends |= self.of_id(origin)
            else:
                leads += further
        return leads


def independent(lines: Iterable[frozenset[Line]]) -> int:
    """Return how many lines stand behind sources, from those of each source: different ends, never
    more than the sources.
    """
    each = list(lines)
    return min(len(frozenset().union(*each)), len(each))


@dataclass(frozen=True)
class Support:
    """The highest grading that a record supports, and why in the terms of the rule."""

    grading: Grading
    lines: int
    impartial: int
    acknowledged: frozenset[Attribution]
    """`claimed` where an actor acknowledges its part, `confirmed` where fact-finders name it."""
    contested: frozenset[Contest]
    """What is disputed of who did it and whether it happened."""


def support(event: Event, origins: Origins) -> Support:
    """Work out which grading the record supports (record.md, table of gradings)."""
    lines = origins.of_sources(event, event.sources)
    impartial = sum(not origins.of_party(line) for line in lines)
    independent = origins.independent(event, event.sources)
    acknowledged = frozenset(
        part.attribution
        for part in event.actors
        if part.attribution and _acknowledged(event, part, origins)
    )
    contested = in_dispute(event)
    return Support(
        _grading(bool(contested), bool(acknowledged), independent, impartial),
        independent,
        impartial,
        acknowledged,
        contested,
    )


def in_dispute(event: Event) -> frozenset[Contest]:
    """Return what is disputed: who did it, whether it happened, both or neither."""
    found = {dispute.contests for dispute in event.disputed if dispute.contests}
    if any(part.attribution == "disputed" for part in event.actors):
        found.add("responsibility")
    return frozenset(found)


def _grading(contested: bool, acknowledged: bool, lines: int, impartial: int) -> Grading:
    if contested:
        return "contested"
    if acknowledged and impartial:
        return "confirmed"
    return "fair" if lines >= 2 and impartial else "weak"


_ACKNOWLEDGING_ROLES: Final = frozenset({"attacker", "party", "announcer", "air-support"})


def _acknowledged(event: Event, part: Part, origins: Origins) -> bool:
    """Whether the actor says so in a source of its own line, or fact-finders confirmed it."""
    if part.role not in _ACKNOWLEDGING_ROLES:
        return False
    lines = origins.of_sources(event, part.sources)
    if part.attribution == "claimed":
        return Line("actor", origins.topmost(part.actor)) in lines
    if part.attribution == "confirmed":
        return any(_fact_finding(line, origins) for line in lines)
    return False


def _fact_finding(line: Line, origins: Origins) -> bool:
    if line.kind == "actor":
        actor = origins.actors.get(line.id)
        return actor is not None and actor.kind == "international"
    publisher = origins.publishers.get(line.id)
    return publisher is not None and publisher.kind in FACT_FINDING_PUBLISHER_KINDS


def exceeds(grading: Grading, supported: Grading) -> bool:
    """Return whether a grading is higher than the one that is supported."""
    return GRADINGS.index(grading) < GRADINGS.index(supported)
