"""Rules on web addresses (safety rules 11 and 16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import urlsplit

from chronicle.checks.subject import Subject, Where
from chronicle.load import Record
from chronicle.problem import Problem

LENGTH: Final = 2000
_SCHEMES: Final = frozenset({"https", "http"})
"""http only because some publishers have nothing else; the page marks it."""

_MEDIA: Final = re.compile(r"\.(jpe?g|png|gif|webp|svg|mp4|webm|mov|avi|mp3)$", re.IGNORECASE)


def addresses_are_safe(subject: Subject) -> Iterator[Problem]:
    """E (16) an address is https or http, has a host and no credentials, control
    characters or white space, and at most 2,000 characters. E (11) it is no image or video file.
    """
    for record, where, url in _addresses(subject):
        fault = _fault(url)
        if fault:
            yield record.problem(where, f'"{url[:60]}" {fault}')


def _addresses(subject: Subject) -> Iterator[tuple[Record[Any], Where, str]]:
    for record in subject.events:
        for key, source in record.value.sources.items():
            for name in ("url", "archived_url"):
                if url := getattr(source, name):
                    yield record, ("sources", key, name), url
    for publisher in subject.records.publishers.values():
        if publisher.value.url:
            yield publisher, ("url",), publisher.value.url


def _fault(url: str) -> str | None:
    if len(url) > LENGTH:
        return f"has {len(url)} characters; at most {LENGTH}"
    if any(char.isspace() or not char.isprintable() for char in url):
        return "holds white space or a control character"
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return "is not an address"
    if parts.scheme not in _SCHEMES:
        return "does not begin with https:// or http://"
    if parts.username is not None or parts.password is not None:
        return "holds a user name or password"
    if not host or "." not in host or "\\" in url:
        return "has no host"
    if _MEDIA.search(parts.path):
        return "is an image, sound or video file; link the page that shows it"
    return None


RULES = (addresses_are_safe,)
