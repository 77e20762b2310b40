"""Words for what the model refuses: pydantic's error in, one line that says what would be right."""

from __future__ import annotations

import json
from typing import Any, Final

from pydantic_core import ErrorDetails

from chronicle.draft import Where, holder_of, known_keys
from chronicle.model import Model
from chronicle.spelling import suggestion

_EXPECTED: Final = {
    "string_type": "text; quote it if it looks like a number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "list_type": "a list; write [a, b] or a line with - for each",
    "dict_type": "a mapping of keys to values",
    "model_type": "a mapping of keys to values",
    "model_attributes_type": "a mapping of keys to values",
}
FORMS: Final = {
    r"^[a-z0-9][a-z0-9-]*$": "an id; use a-z, 0-9 and -",
    r"\S": "a text; write something or leave the key out",
    r"^[a-z]{2,3}$": "a language code; write en, ar or another of ISO 639",
    r"^[a-z]{2}$": "a country code; write sy or another of ISO 3166 in small letters",
    r"^Q[1-9]\d*$": "an id of Wikidata; write Q858",
    r"^[A-Z]{1,2}\d{2,8}$": "a P-code; write C3036 or SY0502",
}
"""What each pattern of the model asks for."""

_LIMITS: Final = {
    "greater_than": ("gt", "is not more than {}"),
    "greater_than_equal": ("ge", "is less than {}"),
    "less_than_equal": ("le", "is more than {}"),
    "string_too_long": ("max_length", "has more than {} characters"),
    "too_short": ("min_length", "has fewer than {} entries"),
}


def message(fault: ErrorDetails, root: type[Model], where: Where) -> str:
    """Return the message for one fault; the value is shown as written."""
    kind, value = fault["type"], fault["input"]
    context: dict[str, Any] = fault.get("ctx", {})
    if kind == "missing":
        return "missing; this field is required"
    if kind == "extra_forbidden":
        holder, _ = holder_of(root, where)
        return f'unknown key "{where[-1]}"' + suggestion(
            str(where[-1]), known_keys(holder) if holder else []
        )
    if kind == "literal_error":
        return _not_a_code(value, str(context["expected"]))
    if kind == "string_pattern_mismatch":
        return f"{_shown(value)} is not {FORMS[context['pattern']]}"
    if kind == "string_too_short":
        return '"" is not a text; write something or leave the key out'
    if kind in _LIMITS:
        name, words = _LIMITS[kind]
        return f"{_shown(value)} {words.format(format(context[name], 'g'))}"
    if kind == "value_error":
        return str(context["error"])
    if kind in _EXPECTED:
        return f"{_shown(value)} is not {_EXPECTED[kind]}"
    return f"{_shown(value)}: {fault['msg']}"


def _shown(value: Any) -> str:
    # As a record writes it: null and true, not None and True.
    text = f'"{value}"' if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."


def _not_a_code(value: Any, expected: str) -> str:
    codes = expected.replace(" or ", ", ").replace("'", "").split(", ")
    return f"{_shown(value)} is not one of: {', '.join(codes)}" + suggestion(str(value), codes)
