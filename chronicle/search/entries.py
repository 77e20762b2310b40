"""Documents of places, actors and campaigns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chronicle import tokens
from chronicle.address import address
from chronicle.archive import Archive
from chronicle.language import Language
from chronicle.model import Actor, Campaign, Place
from chronicle.search import names
from chronicle.search.document import ACCOUNT, PLACE, TITLE, Document, spoken


def places(
    archive: Archive, language: Language, languages: Mapping[str, Language]
) -> Iterator[Document]:
    """Yield a document for every place that has a page."""
    for id, place in archive.shown_places.items():
        here = around(place, language)
        yield Document(
            address("place", id),
            language.code,
            place.name.shown(language.code),
            language.text(f"place_kind.{place.kind}.label"),
            (language.text("count.events", number=len(archive.by_place[id])),),
            (
                *named(place, language.code),
                (ACCOUNT, [token for one in languages.values() for token in wide(place, one)]),
            ),
            place="" if here == place.name.shown(language.code) else here,
        )


def actors(archive: Archive, language: Language) -> Iterator[Document]:
    """Yield a document for every actor that has a page."""
    for id, actor in archive.shown_actors.items():
        description = actor.description.shown(language.code)
        yield Document(
            address("actor", id),
            language.code,
            actor.name.shown(language.code),
            language.text(f"actor_kind.{actor.kind}.one"),
            (description,),
            (
                *named(actor, language.code),
                (ACCOUNT, spoken(description)),
            ),
        )


def campaigns(archive: Archive, language: Language) -> Iterator[Document]:
    """Yield a document for every campaign that has a page, with the points of a retold report."""
    for id, campaign in archive.shown_campaigns.items():
        text = tuple(_text(campaign, language.code))
        days = tokens.days(campaign.dates.first, campaign.dates.last)
        yield Document(
            address("campaign", id),
            language.code,
            campaign.name.shown(language.code),
            language.text("search.campaign"),
            text,
            (
                (TITLE, spoken(campaign.name.shown(language.code))),
                (PLACE, names.of(campaign)),
                # A campaign lasts; who asks for a day wants its events first.
                (ACCOUNT, [*days, *spoken(*text)]),
            ),
            language.date(campaign.dates),
        )


def named(entry: Actor | Place, code: str) -> tuple[tuple[float, list[str]], ...]:
    """Return an entry's names by weight, as an event's title and place have theirs; once more
    where a name is one word, since who asks for that word alone most likely means this page.
    """
    return (
        (TITLE, tokens.words(entry.name.shown(code))),
        (PLACE, names.of(entry)),
        (PLACE, names.single(entry, code)),
    )


def around(place: Place, language: Language) -> str:
    """Return the governorate or the country that a place lies in, in words."""
    if place.governorate:
        return language.text(f"governorate.{place.governorate}")
    return language.country_name(place.country or "")


def wide(place: Place, language: Language) -> list[str]:
    """Return the tokens of what a place lies in."""
    return tokens.words(around(place, language))


def _text(campaign: Campaign, code: str) -> Iterator[str]:
    yield campaign.summary.shown(code)
    if campaign.report:
        yield campaign.report.intro.shown(code)
        for paragraph in campaign.report.paragraphs:
            yield from (point.shown(code) for point in paragraph.points)
