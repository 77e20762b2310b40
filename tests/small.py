"""Small records for unit tests, written as plain trees in an invented setting.

In: what differs from the plainest possible entry. Out: what the code under test takes. Everything
goes through `load.entry`, so a tree that the model refuses fails here and not in a later assertion.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from chronicle import archive as archives
from chronicle.archive import Archive
from chronicle.checks.subject import Subject
from chronicle.lines import Origins
from chronicle.load import Record, Records, entry
from chronicle.model import Actor, Campaign, Event, Model, Place, Publisher
from chronicle.problem import Problem
from chronicle.source import Document

Tree = dict[str, Any]
Trees = Mapping[str, Tree]
M = TypeVar("M", bound=Model)

TODAY = date(2020, 6, 1)
ID = "2019-03-03-hill"


def text(en: str = "Some words", ar: str = "بعض الكلمات") -> Tree:
    """A text in both languages."""
    return {"en": en, "ar": ar}


def actor(kind: str, **changes: Any) -> Tree:
    """An entry of the registry of actors."""
    return {"name": text("An actor", "جهة"), "kind": kind, "description": text(), **changes}


def publisher(kind: str, **changes: Any) -> Tree:
    """An entry of the registry of publishers."""
    return {"name": text("A publisher", "ناشر"), "kind": kind, **changes}


def place(**changes: Any) -> Tree:
    """An entry of the registry of places."""
    return {"name": text("The hill", "التل"), "kind": "town", "governorate": "hama", **changes}


def source(publisher: str = "paper", **changes: Any) -> Tree:
    """A source with a headline."""
    return {"publisher": publisher, "title": "A headline", "language": "en", **changes}


def claim(by: str = "monitor", count: int | Tree = 3, **changes: Any) -> Tree:
    """A claim of persons killed."""
    return {
        "by": by,
        "harm": "killed",
        "who": "combatants",
        "count": count,
        "sources": ["a"],
        **changes,
    }


def event(**changes: Any) -> Tree:
    """An event with one statement and one source; None takes a field out."""
    tree = {
        "title": text("An attack on the hill", "هجوم على التل"),
        "date": "2019-03-03",
        "published": "2020-01-01",
        "type": "ground-attack",
        "place": "hill",
        "account": [{**text(), "sources": ["a"]}],
        "sources": {"a": source()},
        "grading": "weak",
        **changes,
    }
    return {key: value for key, value in tree.items() if value is not None}


ACTORS: Trees = {
    "crown": actor("state", name=text("The Crown", "التاج")),
    "guard": actor("state", parent="crown", name=text("The Guard", "الحرس")),
    "rebels": actor("non-state", name=text("The Rebels", "الثوار")),
    "union": actor("international", name=text("The Union", "الاتحاد")),
    "villagers": actor("community", name=text("The villagers", "الأهالي")),
}
PUBLISHERS: Trees = {
    "paper": publisher("newspaper", name=text("The Paper", "الورقة")),
    "wire": publisher("wire"),
    "monitor": publisher("monitor", name=text("The Monitor", "المرصد")),
    "crown-agency": publisher("wire", party="crown"),
    "guard-channel": publisher("broadcaster", party="guard"),
    "rebel-page": publisher("official", party="rebels"),
    "union-office": publisher("un", party="union"),
    "court": publisher("official"),
    "mirror": publisher("aggregator"),
    "handbook": publisher("reference"),
    "coded": publisher("dataset"),
}
PLACES: Trees = {"hill": place()}
CAMPAIGNS: Trees = {
    "spring": {"name": text("Spring", "الربيع"), "dates": "2019-03", "summary": text()}
}


def model(kind: type[M], tree: Tree) -> M:
    """One typed entry."""
    return _record(kind, "x", tree, "x.yml", ()).value


def records(
    events: Trees | Tree | None = None,
    actors: Trees = ACTORS,
    places: Trees = PLACES,
    publishers: Trees = PUBLISHERS,
    campaigns: Trees = CAMPAIGNS,
) -> Records:
    """Records as `load.read` gives them; a single event's tree stands for one with ID."""
    named = {ID: events} if events and "title" in events else (events or {})
    read = Records(names=set(named))
    for id, tree in named.items():
        path = f"events/{id[:4]}/{id}.yml"
        read.events[id] = _record(Event, id, tree, path, ())
    for id, tree in actors.items():
        read.actors[id] = _record(Actor, id, tree, "registry/actors.yml", (id,))
    for id, tree in places.items():
        read.places[id] = _record(Place, id, tree, "registry/places.yml", (id,))
    for id, tree in publishers.items():
        read.publishers[id] = _record(Publisher, id, tree, "registry/publishers.yml", (id,))
    for id, tree in campaigns.items():
        read.campaigns[id] = _record(Campaign, id, tree, "registry/campaigns.yml", (id,))
    return read


def subject(events: Trees | Tree | None = None, **registries: Trees) -> Subject:
    """What rules look at, on the day TODAY."""
    return Subject(records(events, **registries), TODAY)


def archive(events: Trees | Tree | None = None, **registries: Trees) -> Archive:
    """An archive of these events."""
    return archives.build(records(events, **registries))


def origins() -> Origins:
    """The lines behind the small registries."""
    return archive().origins


def _record(kind: type[M], id: str, tree: Any, path: str, root: tuple[str | int, ...]) -> Record[M]:
    problems: list[Problem] = []
    record = entry(problems, id, kind, Document(path), tree, root)
    assert problems == []
    assert record is not None
    return record
