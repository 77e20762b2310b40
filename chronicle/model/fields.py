"""Parts that events and registries share: ids, texts in both languages, dates, names, counts."""

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

    def shown(self, language: str) -> str:
        """Return the text in that language, or the other side while its translation is pending."""
        return self.side(language) or self.en or self.ar or ""


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
