"""A toy pair of builds, as MkDocs would leave them."""

from collections.abc import Callable
from pathlib import Path

import pytest

HEAD = '<!doctype html><html lang="{language}"><head><meta charset="utf-8">\n'
BUILDS = {
    "en/index.html": (
        '<link rel="stylesheet" href="assets/css/site.css"></head><a href="events/x/">x</a>'
    ),
    "en/events/x/index.html": (
        '<link rel="stylesheet" href="../../assets/css/site.css"></head>'
        '<h1 id="title">x</h1><a href="../../">home</a><a href="../../ar/events/x/#title">ar</a>'
    ),
    "en/404.html": '<link rel="icon" href="/assets/icon.svg"></head><a href="/ar/">ar</a>',
    "ar/index.html": (
        '<link rel="stylesheet" href="assets/css/site.css"></head><a href="../">en</a>'
    ),
    "ar/events/x/index.html": (
        '<link rel="stylesheet" href="../../assets/css/site.css"></head>'
        '<h1 id="title">س</h1><a href="../../../events/x/#title">en</a>'
    ),
    "ar/404.html": "</head>",
}
OTHERS = {
    "en/assets/css/site.css": 'body { background: url("../images/used.svg") }',
    "en/assets/images/used.svg": "<svg/>",
    "en/assets/images/unused.svg": "<svg/>",
    "en/assets/icon.svg": "<svg/>",
    "en/assets/javascripts/bundle.js": "0",
    "en/assets/css/site.css.map": "{}",
    "en/sitemap.xml": "today",
    "en/sitemap.xml.gz": "today",
    "en/search/search_index.json": "{}",
    "ar/assets/css/site.css": "body {}",
    "ar/sitemap.xml": "today",
    "en/report.txt": "kept",
}

Builder = Callable[..., dict[str, Path]]


@pytest.fixture
def build(tmp_path: Path) -> Builder:
    """Write the toy builds under .build/, with pages added or replaced; return their folders."""

    def write(changes: dict[str, str] | None = None) -> dict[str, Path]:
        pages = {
            path: HEAD.format(language=path[:2]) + text
            for path, text in {**BUILDS, **(changes or {})}.items()
        }
        for path, text in {**OTHERS, **pages}.items():
            file = tmp_path / ".build" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return {language: tmp_path / ".build" / language for language in ("en", "ar")}

    return write
