"""The event record, with all its parts; one file under events/ is one of these."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from chronicle.model.fields import (
    CountField,
    Day,
    EventDate,
    Id,
    Language,
    Model,
    Text,
    Words,
)
from chronicle.vocabulary import (
    Attribution,
    Contest,
    EventType,
    Grading,
    Harm,
    Relation,
    Role,
    Scope,
    Who,
)


class SourcedText(Text):
    """A text that names the sources which carry it."""

    sources: list[Id] = []
    """Ids of this record's sources; at least one (safety rule 1)."""


class Statement(SourcedText):
    """One step of the account: one or two sentences in order of time."""


class Dispute(SourcedText):
    """What the sources contradict each other on."""

    contests: Contest | None = None
    """`responsibility` or `occurrence` where who did it, or whether it happened, is disputed."""


class Claim(Model):
    """One claimant's figure for one kind of harm."""

    by: Id
    """Actor or publisher whose claim it is, not the one who prints it."""
    harm: Harm
    """What happened to the persons counted."""
    who: Who
    """Who they were."""
    side: Id | None = None
    """Actor to whose side they belonged."""
    count: CountField
    """Number of persons; never averaged, merged or added up."""
    approx: bool = False
    """The claimant says "about"."""
    as_of: EventDate | None = None
    """When the count was made, as precisely as known, where one claimant counted more than once."""
    sources: list[Id] = []
    """Where it was read; at least one (safety rule 1)."""
    note: Text | None = None
    """What a reader must know about this figure."""
    id: Id | None = None
    """Names this row so that others can stand within it."""
    within: Id | None = None
    """The row that this one is a part of; shown indented under it."""
    scope: Scope | None = None
    """What else than this event it counts: a part of it, more than it, or another event; the note
    says what. Such a row stays out of the range from the lowest to the highest claim.
    """

    @property
    def of_the_event(self) -> bool:
        """Whether it counts this event as a whole, so that it can be held against others."""
        return self.within is None and self.scope is None


class Part(Model):
    """An actor's part in the event."""

    actor: Id
    """Id in registry/actors.yml."""
    role: Role
    """What it did there."""
    attribution: Attribution | None = None
    """How we know; required for attacker and air-support."""
    by: list[Id] = []
    """Who alleges, where it is not the sources themselves."""
    sources: list[Id] = []
    """Ids of this record's sources; at least one."""


class Source(Model):
    """One page, document or broadcast in which something was read."""

    publisher: Id
    """Where it was read: id in registry/publishers.yml."""
    title: Words | None = None
    """The headline exactly as printed."""
    about: Text | None = None
    """What it is, where no headline was seen; never an invented headline."""
    url: Words | None = None
    """Address where it was read."""
    language: Language
    """Its language, ISO 639 (en, ar, de)."""
    published: EventDate | None = None
    """When it was published, as precisely as known."""
    accessed: Day | None = None
    """The day on which the page was read again."""
    archived_url: Words | None = None
    """Address of an archived copy."""
    relies_on: list[Id] = []
    """Publishers or actors that its text rests on; empty: its own reporting."""
    background: bool = False
    """Published before the event, and rightly so."""
    graphic: bool = False
    """Shows dead or injured people; the page says so before the link."""
    note: Text | None = None
    """What a reader must know about this source."""

    @model_validator(mode="after")
    def _named(self) -> Self:
        if (self.title is None) == (self.about is None):
            raise ValueError("write title as printed, or else about: {en, ar}; one of the two")
        return self


class Related(Model):
    """Another event and what it is to this one."""

    event: Id
    """Id of the other event."""
    relation: Relation
    """What the other event is to this one: `before` means that it came before."""
    sources: list[Id] = []
    """Required for response-to and retaliation-for."""


class External(Model):
    """Ids of the same event in other datasets."""

    ucdp_ged: Annotated[int, Field(gt=0)] | None = None
    """Id in the UCDP Georeferenced Event Dataset."""
    acled: Words | None = None
    """ACLED event id; its terms forbid showing its data."""


class Correction(Model):
    """A correction of a published record; the list is append-only."""

    on: Day
    """Day of the correction."""
    what: Text
    """What was wrong and what is right now."""
    changed: list[Words] = []
    """Fields that changed, such as `date`."""
    sources: list[Id] = []
    """What the correction rests on."""


class Withdrawn(Model):
    """Why a published record is not shown any more."""

    on: Day
    reason: Text


class Merged(Model):
    """Where a published record went."""

    on: Day
    into: Id
    reason: Text


class Event(Model):
    """One researched event, one file; its id is the file's name."""

    title: Text
    """Neutral, under 80 characters, no blame that is disputed."""
    date: EventDate
    """As precise as known: 2019-03-03, 2014-05, 2014, 2014-05~, start/end, {earliest, latest}."""
    published: Day
    """First day on the site."""
    type: EventType
    """What kind of event; see the page on event types."""
    place: Id
    """Id in registry/places.yml."""
    part_of: list[Id] = []
    """Ids of campaigns in registry/campaigns.yml."""
    actors: list[Part] = []
    """Who had which part."""
    account: Annotated[list[Statement], Field(min_length=1)]
    """What happened, statement by statement in order of time."""
    claims: list[Claim] = []
    """Figures, a row a claimant."""
    disputed: list[Dispute] = []
    """What the sources contradict each other on."""
    sources: Annotated[dict[Id, Source], Field(min_length=1)]
    """Everything read, by a short id."""
    related: list[Related] = []
    """Other events of the archive."""
    grading: Grading
    """At most what the independent lines support."""
    external: External = External()
    """The event in other datasets."""
    corrections: list[Correction] = []
    """Append-only."""
    withdrawn: Withdrawn | None = None
    """Set when the record must not be shown any more."""
    merged: Merged | None = None
    """Set when another record tells of the same event."""
    former_ids: list[Id] = []
    """Ids under which it was published before."""

    @property
    def live(self) -> bool:
        """Whether it is shown; withdrawn and merged records only keep a page that says so."""
        return self.withdrawn is None and self.merged is None

    @property
    def changed(self) -> Day:
        """Day of the last change: of the latest correction or the end, else `published`."""
        ends = [end.on for end in (self.withdrawn, self.merged) if end]
        return max([self.published, *(correction.on for correction in self.corrections), *ends])
