"""The record: typed, frozen models of an event and of the registries' entries.

In: the trees that `source` built. Out: models; their field docs become the JSON Schema's. Shape and
single values are checked here; whatever needs a second field or file is `checks`' work.
"""

from chronicle.model.event import (
    Claim,
    Correction,
    Dispute,
    Event,
    External,
    Merged,
    Part,
    Related,
    Source,
    SourcedText,
    Statement,
    Withdrawn,
)
from chronicle.model.fields import Count, Model, Text
from chronicle.model.registry import (
    Actor,
    Campaign,
    Entry,
    FormerName,
    Paragraph,
    Place,
    Point,
    Publisher,
    Report,
)

__all__ = [
    "Actor",
    "Campaign",
    "Claim",
    "Correction",
    "Count",
    "Dispute",
    "Entry",
    "Event",
    "External",
    "FormerName",
    "Merged",
    "Model",
    "Paragraph",
    "Part",
    "Place",
    "Point",
    "Publisher",
    "Related",
    "Report",
    "Source",
    "SourcedText",
    "Statement",
    "Text",
    "Withdrawn",
]
