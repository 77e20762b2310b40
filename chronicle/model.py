"""The record: typed, frozen models of an event and of the registries' entries.

In: the trees that `source` built. Out: models; their field docs become the JSON Schema's. Shape and
single values are checked here; whatever needs a second field or file is `checks`' work.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)

from chronicle import dates
from chronicle.dates import Span
from chronicle.vocabulary import (
    ActorKind,
    Attribution,
    Contest,
    EventType,
    Governorate,
    Grading,
    Harm,
    PlaceKind,
    PublisherKind,
    Relation,
    Role,
    Who,
)

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=100)]
Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
Country = Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]


def _day(value: Any) -> date:
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError(f'"{value}" is not a day; write 2019-03-03')
    return dates.moment(value).first


def _span(value: Any) -> Span:
    if isinstance(value, dict):
        return _span_within(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = f"{value:04d}"
    if not isinstance(value, str):
        raise ValueError(f'"{value}" is not a date; write 2019-03-03, 2019-03, 2019 or 2019-03~')
    return dates.span(value)


def _span_within(value: dict[str, Any]) -> Span:
    if set(value) != {"earliest", "latest"}:
        raise ValueError("write {earliest: 2019-03-01, latest: 2019-03-06}")
    earliest, latest = (dates.moment(str(value[key])) for key in ("earliest", "latest"))
    return Span(earliest, latest, within=True)


Day = Annotated[
    date,
    PlainValidator(_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
_MOMENT_SCHEMA = {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?~?$"}
EventDate = Annotated[
    Span,
    PlainValidator(_span),
    WithJsonSchema(
        {
            "anyOf": [
                {
                    "type": ["string", "integer"],
                    "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?~?(/\d{4}(-\d{2}(-\d{2})?)?~?)?$",
                },
                {
                    "type": "object",
                    "properties": {"earliest": _MOMENT_SCHEMA, "latest": _MOMENT_SCHEMA},
                    "required": ["earliest", "latest"],
                    "additionalProperties": False,
                },
            ]
        }
    ),
]


class Model(BaseModel):
    """What all parts of a record share: no unknown keys, no coercion, no change after reading."""

    model_config = ConfigDict(
        extra="forbid", strict=True, frozen=True, use_attribute_docstrings=True
    )


class Text(Model):
    """A text in both languages; a missing side must say `translation: pending`."""

    en: Words | None = None
    """The English side."""
    ar: Words | None = None
    """The Arabic side."""
    translation: Literal["pending"] | None = None
    """`pending` where one side is still missing; such texts are listed on a public page."""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        missing = [code for code in ("en", "ar") if getattr(self, code) is None]
        if len(missing) == 2:
            raise ValueError("no text; write en and ar")
        if missing and not self.translation:
            raise ValueError(f"{missing[0]} is missing; write it, or add translation: pending")
        if self.translation and not missing:
            raise ValueError("both sides stand; take translation: pending out")
        return self

    def side(self, language: str) -> str | None:
        """Return the text in that language, None while its translation is pending."""
        value: str | None = getattr(self, language)
        return value


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


def _name(value: Any) -> Any:
    return {"en": value, "ar": value} if isinstance(value, str) else value


Name = Annotated[Text, BeforeValidator(_name, json_schema_input_type=Text | str)]
"""`{en, ar}`, or one text where no form is established in the other language."""


class Count(Model):
    """How many persons: `21` is short for min 21, max 21; an open maximum is left out."""

    min: Annotated[int, Field(ge=0)] | None = None
    """At least this many persons."""
    max: Annotated[int, Field(ge=0)] | None = None
    """At most this many persons."""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.min is None and self.max is None:
            raise ValueError("no number; write 21, {min: 40}, {max: 40} or {min: 16, max: 21}")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ValueError(f"min {self.min} is more than max {self.max}")
        return self

    @property
    def exact(self) -> bool:
        return self.min == self.max


def _count(value: Any) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return {"min": value, "max": value}
    if not isinstance(value, dict):
        raise ValueError(f'"{value}" is not a count; write 21, {{min: 40}} or {{min: 16, max: 21}}')
    return value


CountField = Annotated[
    Count, BeforeValidator(_count, json_schema_input_type=Count | Annotated[int, Field(ge=0)])
]


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
    as_of: Day | None = None
    """The day of the count, where one claimant counted more than once."""
    sources: list[Id] = []
    """Where it was read; at least one (safety rule 1)."""
    note: Text | None = None
    """What a reader must know about this figure."""
    id: Id | None = None
    """Names this row so that others can stand within it."""
    within: Id | None = None
    """The row that this one is a part of; shown indented under it."""


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


class FormerName(Text):
    """A name that an actor carried for a time."""

    valid_from: Annotated[EventDate | None, Field(alias="from")] = None
    """First month or day of the name."""
    valid_to: Annotated[EventDate | None, Field(alias="to")] = None
    """Last month or day of the name."""


class Entry(Model):
    """What every entry of a registry has."""

    name: Text
    """The name by which the page goes."""
    aliases: list[Words] = []
    """Other spellings and names in any script, for search."""


class Actor(Entry):
    """A state, armed group, administration or community that has a part in events."""

    short: Text | None = None
    """An established short form."""
    kind: ActorKind
    """What it is."""
    parent: Id | None = None
    """The actor that commands it; its line is that of its topmost parent."""
    names: list[FormerName] = []
    """Earlier names with the time of their use."""
    wikidata: Annotated[str, StringConstraints(pattern=r"^Q[1-9]\d*$")] | None = None
    ucdp: Annotated[int, Field(gt=0)] | None = None
    """Actor id of UCDP."""
    description: Text
    """One neutral sentence."""


class Place(Entry):
    """Where events happened; its kind is its precision."""

    kind: PlaceKind
    """From a site to a country; each kind has a radius within which the place may lie."""
    governorate: Governorate | None = None
    """For places inside one Syrian governorate."""
    country: Country | None = None
    """ISO 3166 code for places outside Syria; `sy` for places over several governorates."""
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    """Degrees north, WGS84, at most 4 decimals."""
    lon: Annotated[float, Field(ge=-180, le=180)] | None = None
    """Degrees east, WGS84, at most 4 decimals."""
    pcode: Annotated[str, StringConstraints(pattern=r"^[A-Z]{1,2}\d{2,8}$")] | None = None
    """P-code of UN OCHA's gazetteer (COD-AB SYR)."""
    basis: Words | None = None
    """Where the point comes from; required with a point."""

    @model_validator(mode="after")
    def _placed(self) -> Self:
        if (self.governorate is None) == (self.country is None):
            raise ValueError("write governorate, or else country; one of the two")
        if (self.lat is None) != (self.lon is None):
            raise ValueError("write lat and lon, or neither")
        if self.lat is not None and self.basis is None:
            raise ValueError("a point needs its basis: where the coordinates come from")
        return self


class Publisher(Entry):
    """Who publishes what we read."""

    name: Name
    """What it calls itself."""
    short: Name | None = None
    """An established short form."""
    kind: PublisherKind
    """What it is."""
    country: Country | None = None
    """ISO 3166 code of its seat."""
    languages: list[Language] = []
    """Languages that it publishes in."""
    url: Words | None = None
    """Its home page."""
    party: Id | None = None
    """The actor for which it speaks, if it speaks for one."""


class Point(Text):
    """One point of a report, in our own words, and the events that it is about."""

    events: list[Id] = []
    """Events of the archive that the point is about, the nearest first."""


class Paragraph(Model):
    """One paragraph of a report."""

    heading: Text
    points: Annotated[list[Point], Field(min_length=1)]


class Report(Model):
    """A text that the archive follows paragraph by paragraph."""

    intro: Text
    paragraphs: Annotated[list[Paragraph], Field(min_length=1)]


class Campaign(Entry):
    """A battle, operation, siege or negotiation that events belong to."""

    dates: EventDate
    summary: Text
    """Two sentences."""
    report: Report | None = None
    """Only for a campaign that retells one text."""
