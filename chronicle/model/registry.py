"""The entries of the registries: actors, places, publishers, campaigns."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from chronicle.model.fields import (
    Country,
    EventDate,
    Id,
    Language,
    Model,
    Name,
    Text,
    Words,
)
from chronicle.vocabulary import ActorKind, Governorate, PlaceKind, PublisherKind


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
