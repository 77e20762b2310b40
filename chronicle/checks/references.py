"""Rules on ids: everything that is named exists, and nothing is named twice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from chronicle import dates
from chronicle.checks.subject import Subject, Where
from chronicle.lines import CircularLines
from chronicle.load import Record
from chronicle.model import Event
from chronicle.problem import Problem
from chronicle.spelling import suggestion


def unknown(id: str, known: Collection[str]) -> str:
    """Return the message for an id that is not there."""
    return f'unknown id "{id}"' + suggestion(id, known)


def ids_exist(subject: Subject) -> Iterator[Problem]:
    """E every id that a record names stands in its registry, in events/, or among its sources."""
    records = subject.records
    speakers = {**records.actors, **records.publishers}
    for record in subject.events:
        for where, id, known in _named(record.value, subject):
            if id not in known:
                yield record.problem(where, unknown(id, known))
        for index, claim in enumerate(record.value.claims):
            if claim.by not in speakers:
                yield record.problem(("claims", index, "by"), unknown(claim.by, speakers))


def _named(event: Event, subject: Subject) -> Iterator[tuple[Where, str, Collection[str]]]:
    records = subject.records
    speakers = {*records.actors, *records.publishers}
    yield ("place",), event.place, records.places
    for index, campaign in enumerate(event.part_of):
        yield ("part_of", index), campaign, records.campaigns
    for index, part in enumerate(event.actors):
        yield ("actors", index, "actor"), part.actor, records.actors
        for number, id in enumerate(part.by):
            yield ("actors", index, "by", number), id, speakers
    for index, claim in enumerate(event.claims):
        if claim.side:
            yield ("claims", index, "side"), claim.side, records.actors
    for key, source in event.sources.items():
        yield ("sources", key, "publisher"), source.publisher, records.publishers
        for number, id in enumerate(source.relies_on):
            yield ("sources", key, "relies_on", number), id, speakers
    for index, related in enumerate(event.related):
        yield ("related", index, "event"), related.event, records.names
    if event.merged:
        yield ("merged", "into"), event.merged.into, records.names


def registry_ids_exist(subject: Subject) -> Iterator[Problem]:
    """E a parent and a party are actors; a report leads to events; no actor is its own superior."""
    records = subject.records
    for actor in records.actors.values():
        parent = actor.value.parent
        if parent and parent not in records.actors:
            yield actor.problem(("parent",), unknown(parent, records.actors))
        elif parent and subject.origins.topmost(parent) == actor.id:
            yield actor.problem(("parent",), f'"{parent}" is under "{actor.id}" itself')
    for publisher in records.publishers.values():
        party = publisher.value.party
        if party and party not in records.actors:
            yield publisher.problem(("party",), unknown(party, records.actors))
        if publisher.id in records.actors:
            yield publisher.problem(
                (), f'"{publisher.id}" is the id of an actor too; ids are unique'
            )
    for campaign in records.campaigns.values():
        report = campaign.value.report
        for number, paragraph in enumerate(report.paragraphs if report else ()):
            for index, point in enumerate(paragraph.points):
                for position, id in enumerate(point.events):
                    where = ("report", "paragraphs", number, "points", index, "events", position)
                    if id not in records.names:
                        yield campaign.problem(where, unknown(id, records.names))


def relations_lead_elsewhere(subject: Subject) -> Iterator[Problem]:
    """E an event that is related to itself."""
    for record in subject.events:
        for index, related in enumerate(record.value.related):
            if related.event == record.id:
                message = "is this event itself; name another one"
                yield record.problem(("related", index, "event"), f'"{related.event}" {message}')


def former_ids_are_free(subject: Subject) -> Iterator[Problem]:
    """E a former id is not the id, or a former id, of another event: ids keep their meaning."""
    taken: dict[str, str] = {}
    for record in subject.events:
        for index, id in enumerate(record.value.former_ids):
            if id in subject.records.names:
                yield record.problem(("former_ids", index), f'"{id}" is the id of an event today')
            elif id in taken:
                yield record.problem(("former_ids", index), f'"{id}" is a former id of {taken[id]}')
            taken[id] = record.id


def published_ids_stay(subject: Subject) -> Iterator[Problem]:
    """E (6) an event id that was in an earlier state of the archive and is gone: withdraw it, merge
    it, or name it among the former ids of another event.
    """
    former = {id for record in subject.events for id in record.value.former_ids}
    for id in subject.published:
        if id not in subject.records.names and id not in former:
            path = f"events/{id[:4]}/{id}.yml"
            message = f'"{id}" was published and is gone; withdraw or merge it instead'
            yield Problem(path, 0, "", message)


def merged_events_stand(subject: Subject) -> Iterator[Problem]:
    """E a merged record leads to one that is shown."""
    for record in subject.events:
        merged = record.value.merged
        target = subject.records.events.get(merged.into) if merged else None
        if merged and (merged.into == record.id or (target and not target.value.live)):
            yield record.problem(("merged", "into"), f'"{merged.into}" is not a shown event')


def lines_end(subject: Subject) -> Iterator[Problem]:
    """E sources that rely on one another in a circle."""
    for record in subject.events:
        for key in record.value.sources:
            try:
                subject.origins.of_source(record.value, key)
            except CircularLines as circle:
                where = ("sources", key, "relies_on")
                yield record.problem(
                    where, f"goes in a circle: {circle}; let one end rely on nothing"
                )


_DATE_IN_ID: Final = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(0[1-9]|[12]\d|3[01]))?-")


def ids_fit_dates(subject: Subject) -> Iterator[Problem]:
    """E an event's id begins with a day, month or year inside its date, and its folder is that
    year; W where a correction moved the date: an id stays.
    """
    for record in subject.events:
        if record.touched("date"):
            continue
        message = _misdated(record)
        if message:
            moved = any("date" in c.changed for c in record.value.corrections)
            yield record.problem(("date",), message, warning=moved)


def _misdated(record: Record[Event]) -> str | None:
    date = record.value.date
    folder = record.document.path.split("/")[-2]
    found = _DATE_IN_ID.match(f"{record.id}-")
    if not found:
        return f'the id "{record.id}" does not begin with a date such as {date.start}-'
    try:
        written = dates.moment(found[0].removesuffix("-"))
    except ValueError:
        return f'the id "{record.id}" begins with a date that is not in the calendar'
    if written.last < date.first or written.first > date.last:
        return f"{date} does not hold the date in the id, {written}"
    if folder != f"{written.year:04d}":
        return f"the folder {folder} is not the year of the id, {written.year}"
    return None


RULES = (
    ids_exist,
    registry_ids_exist,
    relations_lead_elsewhere,
    former_ids_are_free,
    published_ids_stay,
    merged_events_stand,
    lines_end,
    ids_fit_dates,
)
