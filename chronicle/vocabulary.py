"""The codes that records use, each once. Labels and definitions stand in strings/*.yml.

In: nothing. Out: ordered tuples and tables of codes.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

EventType = Literal[
    "battle",
    "ground-attack",
    "airstrike",
    "drone-strike",
    "shelling",
    "bombing",
    "chemical-attack",
    "killing-of-civilians",
    "execution",
    "abduction",
    "detention",
    "release",
    "siege",
    "evacuation",
    "displacement",
    "humanitarian-access",
    "protest",
    "riot",
    "assassination",
    "territorial-change",
    "operation-start",
    "operation-end",
    "agreement",
    "declaration",
    "policy-decision",
    "legal-proceeding",
    "other",
]
Role = Literal["attacker", "target", "party", "affected", "mediator", "announcer", "air-support"]
Attribution = Literal["claimed", "confirmed", "alleged", "disputed", "unknown"]
Harm = Literal[
    "killed",
    "died",
    "injured",
    "detained",
    "abducted",
    "missing",
    "displaced",
    "evacuated",
    "released",
]
Who = Literal[
    "civilians",
    "combatants",
    "mixed",
    "unknown",
    "children",
    "women",
    "aid-workers",
    "medical",
    "journalists",
]
Grading = Literal["confirmed", "fair", "contested", "weak", "discounted"]
Contest = Literal["responsibility", "occurrence"]
Scope = Literal["part", "wider", "other"]
Relation = Literal[
    "before",
    "after",
    "part-of",
    "same-operation",
    "contradicts",
    "response-to",
    "retaliation-for",
]
ActorKind = Literal[
    "state", "administration", "coalition", "non-state", "political", "international", "community"
]
PublisherKind = Literal[
    "wire",
    "newspaper",
    "broadcaster",
    "local-media",
    "monitor",
    "ngo",
    "un",
    "official",
    "academic",
    "dataset",
    "reference",
    "aggregator",
]
PlaceKind = Literal[
    "site",
    "neighbourhood",
    "village",
    "town",
    "city",
    "area",
    "subdistrict",
    "district",
    "governorate",
    "region",
    "country",
    "outside",
]
Governorate = Literal[
    "damascus",
    "rif-dimashq",
    "aleppo",
    "homs",
    "hama",
    "latakia",
    "tartus",
    "idlib",
    "raqqa",
    "deir-ez-zor",
    "hasakah",
    "daraa",
    "suwayda",
    "quneitra",
]

EVENT_TYPES: Final[tuple[EventType, ...]] = get_args(EventType)
ROLES: Final[tuple[Role, ...]] = get_args(Role)
ATTRIBUTIONS: Final[tuple[Attribution, ...]] = get_args(Attribution)
HARMS: Final[tuple[Harm, ...]] = get_args(Harm)
WHO: Final[tuple[Who, ...]] = get_args(Who)
GRADINGS: Final[tuple[Grading, ...]] = get_args(Grading)
CONTESTS: Final[tuple[Contest, ...]] = get_args(Contest)
SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)
RELATIONS: Final[tuple[Relation, ...]] = get_args(Relation)
ACTOR_KINDS: Final[tuple[ActorKind, ...]] = get_args(ActorKind)
PUBLISHER_KINDS: Final[tuple[PublisherKind, ...]] = get_args(PublisherKind)
PLACE_KINDS: Final[tuple[PlaceKind, ...]] = get_args(PlaceKind)
GOVERNORATES: Final[tuple[Governorate, ...]] = get_args(Governorate)

ATTRIBUTED_ROLES: Final[frozenset[Role]] = frozenset({"attacker", "air-support"})
"""Roles that nobody carries without an attribution (safety rule 3)."""

CAUSAL_RELATIONS: Final[frozenset[Relation]] = frozenset({"response-to", "retaliation-for"})
"""Relations that say why something was done; they need sources (safety rule 1)."""

IMPARTIAL_ACTOR_KINDS: Final[frozenset[ActorKind]] = frozenset({"international", "community"})
"""Actors whose line is not that of a party to the conflict: the UN, residents, relatives."""

LINELESS_PUBLISHER_KINDS: Final[frozenset[PublisherKind]] = frozenset(
    {"aggregator", "reference", "dataset"}
)
"""Publishers that only carry what others found: never a line of their own."""

FACT_FINDING_PUBLISHER_KINDS: Final[frozenset[PublisherKind]] = frozenset({"un", "official"})
"""Where the word of a court, the UN or a fact-finding mission is published."""

RADIUS_KM: Final[dict[PlaceKind, float | None]] = {
    "site": 0.2,
    "neighbourhood": 1,
    "village": 2,
    "town": 4,
    "city": 8,
    "area": 15,
    "subdistrict": 15,
    "district": 25,
    "governorate": 60,
    "region": 80,
    "country": None,
    "outside": None,
}
"""How far from its point a place of that kind may lie, in km; None: not drawn."""

FINER_THAN_TOWN: Final[frozenset[PlaceKind]] = frozenset({"site", "neighbourhood", "village"})
"""Places too precise for an event of the last days (safety rule 10)."""

ACLED: Final[dict[EventType, str]] = {
    "battle": "Battles / Armed clash",
    "ground-attack": "Battles / Armed clash",
    "airstrike": "Explosions/Remote violence / Air/drone strike",
    "drone-strike": "Explosions/Remote violence / Air/drone strike",
    "shelling": "Explosions/Remote violence / Shelling/artillery/missile attack",
    "bombing": "Explosions/Remote violence / Suicide bomb; Remote explosive/landmine/IED",
    "chemical-attack": "Explosions/Remote violence / Chemical weapon",
    "killing-of-civilians": "Violence against civilians / Attack",
    "execution": "Violence against civilians / Attack",
    "abduction": "Violence against civilians / Abduction/forced disappearance",
    "detention": "Strategic developments / Arrests",
    "release": "Strategic developments / Other",
    "siege": "Strategic developments / Other",
    "evacuation": "Strategic developments / Other",
    "displacement": "Strategic developments / Other",
    "humanitarian-access": "Strategic developments / Other",
    "protest": "Protests / Peaceful protest",
    "riot": "Riots / Violent demonstration",
    "assassination": "Violence against civilians / Attack",
    "territorial-change": "Battles / Government regains territory; "
    "Non-state actor overtakes territory",
    "operation-start": "Strategic developments / Other",
    "operation-end": "Strategic developments / Other",
    "agreement": "Strategic developments / Agreement",
    "declaration": "Strategic developments / Other",
    "policy-decision": "Strategic developments / Other",
    "legal-proceeding": "Strategic developments / Other",
    "other": "Strategic developments / Other",
}
"""The nearest event type and sub-event type of ACLED's codebook."""

UCDP: Final[dict[EventType, tuple[int, ...]]] = {
    "battle": (1, 2),
    "ground-attack": (1, 2),
    "airstrike": (1, 3),
    "drone-strike": (1, 3),
    "shelling": (1, 2, 3),
    "bombing": (1, 2, 3),
    "chemical-attack": (1, 3),
    "killing-of-civilians": (3,),
    "execution": (3,),
    "assassination": (1, 2, 3),
    "territorial-change": (1, 2),
    "riot": (3,),
}
"""UCDP's type_of_violence: 1 state-based, 2 non-state, 3 one-sided; absent: no such event."""
