"""Linked data: schema.org JSON-LD of an event and of the whole dataset, for search engines.

In: the archive, a language and the site's address. Out: plain mappings, and their text for a
`<script>` of a page. Claims are `Claim`, each with its author; there is no `ClaimReview`: the
archive rates no claim.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from chronicle.address import address, full
from chronicle.archive import Archive, Dated
from chronicle.dates import Moment
from chronicle.export import citation, computed, words
from chronicle.language import Language
from chronicle.model import Claim, Place

CONTEXT: Final = "https://schema.org"

_HIDDEN: Final = str.maketrans({"<": r"\u003c", ">": r"\u003e", "&": r"\u0026"})
"""Signs that could end a script or open a comment; JSON may write any sign by its number."""


def script(tree: Mapping[str, Any]) -> str:
    """Return the text of a script block: JSON that holds neither `<` nor `&`."""
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).translate(_HIDDEN)


def event(archive: Archive, dated: Dated, language: Language) -> dict[str, Any]:
    """Return an event with its place, its campaigns and the claims about it.

    It stands in the event's page, whose weight counts: it holds nothing that the page's address
    says already, and all figures of one claimant are one Claim.
    """
    record, code = dated.event, language.code
    tree: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "Event",
        "name": record.title.shown(code),
        "startDate": _day(record.date.start),
    }
    if not record.date.single:
        tree["endDate"] = _day(record.date.end)
    tree["location"] = _place(archive.places[record.place], code)
    if record.part_of:
        names = (archive.campaigns[id].name.shown(code) for id in record.part_of)
        tree["superEvent"] = [{"@type": "Event", "name": name} for name in names]
    if claims := list(_claims(archive, record.claims, language)):
        tree["subjectOf"] = claims
    return tree


def dataset(
    archive: Archive, language: Language, site_url: str, downloads: Mapping[str, str]
) -> dict[str, Any]:
    """Return the whole as a Dataset; `downloads` gives the media type of each file by its path."""
    days = [(dated.event.date.first, dated.event.date.last) for dated in archive.live]
    return {
        "@context": CONTEXT,
        "@type": "Dataset",
        "name": language.text("site"),
        "description": computed.note(archive, {language.code: language})[language.code],
        "license": computed.LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": ["en", "ar"],
        "creator": {"@type": "Organization", "name": citation.AUTHOR},
        "temporalCoverage": f"{min(d[0] for d in days)}/{max(d[1] for d in days)}" if days else "",
        "spatialCoverage": {"@type": "Place", "name": language.country_name("sy")},
        **({"url": full(language.code, address("data"), site_url)} if site_url else {}),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": path,
                "encodingFormat": kind,
                **({"contentUrl": full("en", path, site_url)} if site_url else {}),
            }
            for path, kind in downloads.items()
        ],
    }


def _place(place: Place, code: str) -> dict[str, Any]:
    tree: dict[str, Any] = {"@type": "Place", "name": place.name.shown(code)}
    if place.lat is not None:
        tree |= {"latitude": place.lat, "longitude": place.lon}
    return tree


def _claims(
    archive: Archive, claims: Sequence[Claim], language: Language
) -> Iterator[dict[str, Any]]:
    by: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.of_the_event:  # only the page can say what the others mean
            by.setdefault(claim.by, []).append(claim)
    for id, own in by.items():
        author = words.short(archive, id, language)
        yield {"@type": "Claim", "author": author, "text": words.claimed(own, archive, language)}


def _day(moment: Moment) -> str:
    """Return a date as ISO 8601 knows it, which has no sign for "about"."""
    return str(replace(moment, approximate=False))
