"""What each thing looks like to a program: one function a thing, one allowed field a line.

In: entries of the archive. Out: plain mappings that JSON can hold. A shape is the record's own,
field by field, so that a record can be read back from it; whatever the build worked out stands
apart, under `computed`. Dates are texts in EDTF; texts are `{en, ar}`; an absent value is null.
"""

from __future__ import annotations

from collections.abc import Mapping

from chronicle.archive import Archive, Dated
from chronicle.export import computed
from chronicle.export.computed import Shape, date, ids, pages, text
from chronicle.lines import Line, independent
from chronicle.model import (
    Claim,
    Correction,
    Dispute,
    Event,
    FormerName,
    Part,
    Related,
    Report,
    Source,
    SourcedText,
    Statement,
)
from chronicle.vocabulary import RADIUS_KM

Lines = Mapping[str, frozenset[Line]]
"""The lines behind each source of an event."""


def event(archive: Archive, dated: Dated, citation: Mapping[str, str]) -> Shape:
    """Return everything that a shown record holds; `citation` is its own, by language."""
    record, lines = dated.event, archive.origins.of_each(dated.event)
    return {
        "id": dated.id,
        "title": text(record.title),
        "date": date(record.date),
        "published": str(record.published),
        "type": record.type,
        "place": record.place,
        "part_of": list(record.part_of),
        "actors": [_part(part) for part in record.actors],
        "account": [statement(one, lines) for one in record.account],
        "claims": [claim(one) for one in record.claims],
        "disputed": [dispute(one, lines) for one in record.disputed],
        "sources": {id: source(one, lines[id]) for id, one in record.sources.items()},
        "related": [_related(one) for one in record.related],
        "grading": record.grading,
        "external": {"ucdp_ged": record.external.ucdp_ged, "acled": record.external.acled},
        "corrections": [_correction(one) for one in record.corrections],
        "former_ids": list(record.former_ids),
        "computed": computed.event(archive, dated, citation),
    }


def former(id: str, event: Event) -> Shape:
    """Return what is left of a withdrawn or merged record: that it is gone, and why."""
    end = event.merged or event.withdrawn
    assert end is not None
    return {
        "id": id,
        "status": "merged" if event.merged else "withdrawn",
        "on": str(end.on),
        "into": event.merged.into if event.merged else None,
        "reason": text(end.reason),
    }


def renamed(old: str, id: str) -> Shape:
    """Return what stands under a former id: where the record is today."""
    return {"id": old, "status": "renamed", "on": None, "into": id, "reason": None}


def statement(one: Statement, lines: Lines) -> Shape:
    """Return one step of an account, with the number of independent lines that carry it."""
    return {**text(one), **_carried(one, lines)}


def dispute(one: Dispute, lines: Lines) -> Shape:
    """Return what the sources contradict each other on."""
    return {**text(one), "contests": one.contests, **_carried(one, lines)}


def claim(one: Claim) -> Shape:
    """Return one claimant's figure."""
    return {
        "id": one.id,
        "within": one.within,
        "scope": one.scope,
        "by": one.by,
        "harm": one.harm,
        "who": one.who,
        "side": one.side,
        "count": {"min": one.count.min, "max": one.count.max},
        "approx": one.approx,
        "as_of": one.as_of and date(one.as_of),
        "sources": list(one.sources),
        "note": one.note and text(one.note),
    }


def source(one: Source, lines: frozenset[Line]) -> Shape:
    """Return one source of an event, with the ends of its chain."""
    return {
        "publisher": one.publisher,
        "title": one.title,
        "about": one.about and text(one.about),
        "url": one.url,
        "language": one.language,
        "published": one.published and date(one.published),
        "accessed": one.accessed and str(one.accessed),
        "archived_url": one.archived_url,
        "relies_on": list(one.relies_on),
        "background": one.background,
        "graphic": one.graphic,
        "note": one.note and text(one.note),
        "computed": {"line_ids": ids(lines)},
    }


def actor(archive: Archive, id: str) -> Shape:
    """Return an actor, with the actor whose line its own is."""
    entry = archive.actors[id]
    events = {dated.id for found in archive.by_actor.get(id, {}).values() for dated in found}
    return {
        "id": id,
        "name": text(entry.name),
        "aliases": list(entry.aliases),
        "short": entry.short and text(entry.short),
        "kind": entry.kind,
        "parent": entry.parent,
        "names": [_former_name(name) for name in entry.names],
        "wikidata": entry.wikidata,
        "ucdp": entry.ucdp,
        "description": text(entry.description),
        "computed": {
            "line": archive.origins.topmost(id),
            "event_count": len(events),
            "page": pages("actor", id),
        },
    }


def place(archive: Archive, id: str) -> Shape:
    """Return a place, with the radius in km within which it may lie."""
    entry = archive.places[id]
    return {
        "id": id,
        "name": text(entry.name),
        "aliases": list(entry.aliases),
        "kind": entry.kind,
        "governorate": entry.governorate,
        "country": entry.country,
        "lat": entry.lat,
        "lon": entry.lon,
        "pcode": entry.pcode,
        "basis": entry.basis,
        "computed": {
            "radius_km": RADIUS_KM[entry.kind],
            "event_count": len(archive.by_place.get(id, [])),
            "page": pages("place", id),
        },
    }


def publisher(archive: Archive, id: str) -> Shape:
    """Return a publisher, with how often it was read and relied on."""
    entry = archive.publishers[id]
    return {
        "id": id,
        "name": text(entry.name),
        "aliases": list(entry.aliases),
        "short": entry.short and text(entry.short),
        "kind": entry.kind,
        "country": entry.country,
        "languages": list(entry.languages),
        "url": entry.url,
        "party": entry.party,
        "computed": {
            "source_count": len(archive.by_publisher.get(id, [])),
            "relied_on_count": archive.relied_on[id],
            "page": pages("sources", anchor=id),
        },
    }


def campaign(archive: Archive, id: str) -> Shape:
    """Return a campaign, with the report that it retells, if it does."""
    entry = archive.campaigns[id]
    return {
        "id": id,
        "name": text(entry.name),
        "aliases": list(entry.aliases),
        "dates": date(entry.dates),
        "summary": text(entry.summary),
        "report": entry.report and _report(entry.report),
        "computed": {
            **computed.when(entry.dates),
            "event_count": len(archive.by_campaign.get(id, [])),
            "page": pages("campaign", id),
        },
    }


def _part(one: Part) -> Shape:
    return {
        "actor": one.actor,
        "role": one.role,
        "attribution": one.attribution,
        "by": list(one.by),
        "sources": list(one.sources),
    }


def _carried(one: SourcedText, lines: Lines) -> Shape:
    number = independent(lines[source] for source in set(one.sources))
    return {"sources": list(one.sources), "computed": {"lines": number}}


def _related(one: Related) -> Shape:
    return {"event": one.event, "relation": one.relation, "sources": list(one.sources)}


def _correction(one: Correction) -> Shape:
    return {
        "on": str(one.on),
        "what": text(one.what),
        "changed": list(one.changed),
        "sources": list(one.sources),
    }


def _former_name(one: FormerName) -> Shape:
    return {
        **text(one),
        "from": one.valid_from and date(one.valid_from),
        "to": one.valid_to and date(one.valid_to),
    }


def _report(one: Report) -> Shape:
    return {
        "intro": text(one.intro),
        "paragraphs": [
            {
                "heading": text(paragraph.heading),
                "points": [
                    {**text(point), "events": list(point.events)} for point in paragraph.points
                ],
            }
            for paragraph in one.paragraphs
        ],
    }
