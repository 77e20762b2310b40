"""The words of both languages: nothing is missing, nothing is left over.

Uses are found by reading the templates' and modules' syntax trees: `t('a.b')`, `.text("a.b")`, and
keys put together from parts, `t('type.' ~ code ~ '.label')`, whose codes stand in `BUILT`.
"""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import jinja2
import jinja2.nodes
import pytest
from babel import Locale

from chronicle import language, vocabulary
from chronicle.address import LANGUAGES
from chronicle.export import columns, fields, schemas
from chronicle.export.search import PANEL
from chronicle.language import Language, Plural
from chronicle.render import data, explore
from chronicle.render.neighbours import WHEN
from chronicle.render.page import TEMPLATES
from chronicle.render.search import WAYS
from chronicle.render.terms import TABLES
from tests import toy

PACKAGE = TEMPLATES.parents[1]
EXPLORE = columns.tree(toy.archive(), language.load("en"))
HOLE = "*"
"""Stands for the part of a key that is only known when a page is made."""

LABELLED = {
    "type": vocabulary.EVENT_TYPES,
    "role": vocabulary.ROLES,
    "attribution": vocabulary.ATTRIBUTIONS,
    "harm": vocabulary.HARMS,
    "who": vocabulary.WHO,
    "grading": vocabulary.GRADINGS,
    "relation": vocabulary.RELATIONS,
    "actor_kind": vocabulary.ACTOR_KINDS,
    "publisher_kind": vocabulary.PUBLISHER_KINDS,
    "place_kind": vocabulary.PLACE_KINDS,
}
FORMS = ("label", "meaning")
BUILT = {
    **{f"{table}.*.{form}": codes for table, codes in LABELLED.items() for form in FORMS},
    "actor_kind.*.one": vocabulary.ACTOR_KINDS,
    "publisher_kind.*.one": vocabulary.PUBLISHER_KINDS,
    "attribution.*.by": vocabulary.ATTRIBUTIONS,
    "attribution.*.sentence": vocabulary.ATTRIBUTIONS,
    "governorate.*": vocabulary.GOVERNORATES,
    "event.contests.*": vocabulary.CONTESTS,
    "event.scope.*": vocabulary.SCOPES,
    "event.why_contested.*": (*vocabulary.CONTESTS, "both"),
    "event.why_acknowledged.*": ("claimed", "confirmed"),
    "event.heed.*": ("children", "killing", "both", "images"),
    "ucdp_type.*": ("1", "2", "3"),
    "date.*": ("day", "month", "year"),
    "date.precision.*": ("day", "month", "year"),
    "chart.*": ("type", "governorate"),
    "chart.by_*": ("type", "governorate"),
    "chart.caption_*": ("type", "governorate"),
    "story.when.*": WHEN,
    "definitions.*": tuple(heading for heading, _, _ in TABLES),
    "former.*": ("withdrawn", "merged"),
    "former.*_title": ("withdrawn", "merged"),
    "explore.facet.*": explore.FACETS,
    "explore.sorts.*": explore.SORTS,
    "actors.*": ("valid_span", "valid_until", "valid_since"),
    "data.tables.*": ("events_geojson", *(table.name for table in fields.TABLES)),
    "data.fields.*": tuple(dict.fromkeys([*fields.FIELDS, *schemas.OF_EVENT])),
    "data.files.*": ("events", *schemas.REGISTRIES),
    "data.types.*": get_args(fields.Kind),
    "data.date_forms.*": tuple(form for form, _ in data.DATES),
    "data.explore.*": tuple(EXPLORE),
    "data.columns_of_explore.*": tuple(EXPLORE["events"]),
    "feeds.*": ("new", "changes", "corrections"),
    "search.panel.*": PANEL,
    "*.title": WAYS,
    "*.*.label": (),
    "*.*.meaning": (),
}
"""Key with a hole -> what fills it; definitions.md.j2 builds its keys from TABLES, which the rows
of LABELLED cover.
"""


@cache
def template_keys() -> dict[str, set[str]]:
    """Keys that templates name, with the templates that do."""
    environment = jinja2.Environment(comment_start_string="{*", comment_end_string="*}")
    used: dict[str, set[str]] = {}
    for file in sorted(TEMPLATES.iterdir()):
        tree = environment.parse(file.read_text(encoding="utf-8"))
        for call in tree.find_all(jinja2.nodes.Call):
            if isinstance(call.node, jinja2.nodes.Name) and call.node.name == "t":
                for key in _template_key(call.args[0]):
                    used.setdefault(key, set()).add(file.name)
    return used


def _template_key(node: jinja2.nodes.Node) -> Iterator[str]:
    if isinstance(node, jinja2.nodes.Const):
        yield str(node.value)
    elif isinstance(node, jinja2.nodes.Concat):
        parts = [str(n.value) if isinstance(n, jinja2.nodes.Const) else HOLE for n in node.nodes]
        yield "".join(parts)
    elif isinstance(node, jinja2.nodes.CondExpr):
        yield from _template_key(node.expr1)
        assert node.expr2 is not None
        yield from _template_key(node.expr2)
    else:
        raise AssertionError(f"line {node.lineno}: write the key, or a part of it, as a text")


@cache
def module_keys() -> dict[str, set[str]]:
    """Keys that modules name in `.text(...)` and `.entry(...)`, with the modules that do."""
    used: dict[str, set[str]] = {}
    for file, call in _calls():
        if isinstance(call.func, ast.Attribute) and call.func.attr in {"text", "entry"}:
            key = _module_key(call.args[0])
            if key:
                used.setdefault(key, set()).add(file.name)
    return used


def _module_key(node: ast.expr) -> str | None:
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        parts = (str(n.value) if isinstance(n, ast.Constant) else HOLE for n in node.values)
        return "".join(parts)
    return None


def _calls() -> Iterator[tuple[Path, ast.Call]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                yield file, node


@cache
def constants() -> frozenset[str]:
    """Every text in the package's modules; a key may be chosen first and used later."""
    return frozenset(
        str(node.value)
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def used_keys() -> dict[str, set[str]]:
    """Keys that templates and modules name, with the files that do."""
    templates, modules = template_keys(), module_keys()
    return {
        key: templates.get(key, set()) | modules.get(key, set())
        for key in templates.keys() | modules.keys()
    }


def filled(key: str) -> list[str]:
    """Fill a key's hole with the codes of BUILT; a branch stands for all keys under it."""
    if HOLE in key:
        return [key.replace(HOLE, code, 1) for code in BUILT[key]]
    return sorted(k for k in language.load("en").keys if k.startswith(f"{key}.")) or [key]


def test_both_files_have_the_same_keys() -> None:
    english, arabic = language.load("en").keys, language.load("ar").keys
    assert sorted(english - arabic) == []
    assert sorted(arabic - english) == []


def test_every_key_put_together_from_parts_says_which_codes_fill_it() -> None:
    assert sorted(key for key in used_keys() if HOLE in key and key not in BUILT) == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_template_and_no_module_uses_an_unknown_key(code: str) -> None:
    known = language.load(code).keys
    unknown = {
        name: sorted(files)
        for key, files in used_keys().items()
        if key in BUILT or HOLE not in key
        for name in filled(key)
        if name not in known
    }
    assert unknown == {}


def test_no_key_is_unused() -> None:
    used = {name for key in used_keys() if key in BUILT or HOLE not in key for name in filled(key)}
    used |= {name for key in BUILT if key.split(".")[0] in LABELLED for name in filled(key)}
    assert sorted(language.load("en").keys - used - constants()) == []


def test_every_row_of_built_is_used_by_a_template_or_a_module() -> None:
    tables = {f"{table}.*.{form}" for _, table, _ in TABLES for form in FORMS}
    assert sorted(BUILT.keys() - used_keys().keys() - tables) == []


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("table", LABELLED)
def test_every_code_of_the_vocabulary_has_its_words_and_no_other_code_has(
    code: str, table: str
) -> None:
    entries = language.load(code).entry(table)
    assert tuple(entries) == LABELLED[table]
    for words in entries.values():
        assert words["label"].strip()
        assert words["meaning"].strip().endswith(".")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    ("key", "codes"),
    [
        ("governorate", vocabulary.GOVERNORATES),
        ("event.contests", vocabulary.CONTESTS),
        ("ucdp_type", ("1", "2", "3")),
    ],
)
def test_every_code_with_a_single_text_has_it(code: str, key: str, codes: tuple[str, ...]) -> None:
    assert tuple(language.load(code).entry(key)) == codes


@pytest.mark.parametrize("code", LANGUAGES)
def test_labels_of_one_table_differ_so_that_a_reader_can_tell_codes_apart(code: str) -> None:
    for table in LABELLED:
        labels = [words["label"] for words in language.load(code).entry(table).values()]
        assert len(set(labels)) == len(labels), table


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_plural_has_every_form_of_its_language(code: str) -> None:
    forms = set(Locale(code).plural_form.rules) | {"other"}
    words = language.load(code)
    plurals = {key: set(entry) for key in words.keys if isinstance(entry := words.entry(key), dict)}
    assert len(plurals) > 5
    assert {key: found for key, found in plurals.items() if found != forms} == {}
    assert forms <= set(get_args(Plural))


@pytest.mark.parametrize("code", LANGUAGES)
def test_there_are_twelve_months(code: str) -> None:
    months = language.load(code).entry("months")
    assert len(months) == len(set(months)) == 12


def test_both_languages_fill_the_same_slots() -> None:
    english, arabic = language.load("en"), language.load("ar")
    differing = [key for key in english.keys if _slots(english, key) != _slots(arabic, key)]
    assert sorted(differing) == []


def _slots(words: Language, key: str) -> set[str]:
    entry = words.entry(key)
    forms = entry.values() if isinstance(entry, dict) else [entry]
    return {slot for form in forms for slot in re.findall(r"\{(\w+)\}", str(form))}


def test_every_arabic_month_stands_in_both_usages() -> None:
    for month in language.load("ar").entry("months"):
        levantine, _, egyptian = month.partition("/")
        assert levantine
        assert egyptian
