"""Leftovers of the theme and assets that nothing refers to are not published."""

from pathlib import Path

import pytest

from chronicle.finish.links import Links
from chronicle.finish.prune import used, without_leftovers


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("sitemap.xml", False),
        ("ar/sitemap.xml.gz", False),
        ("objects.inv", False),
        ("search/search_index.json", False),
        ("ar/search/search_index.json", False),
        ("search/index.html", True),
        ("assets/stylesheets/main.min.css.map", False),
        ("research/index.html", True),
        ("about/sitemap.xml.txt", True),
        ("events/x.yml", True),
    ],
)
def test_leftovers_are_told_by_their_names(path: str, kept: bool) -> None:
    assert (path in without_leftovers({path: Path(path)})) is kept


def test_a_style_sheet_keeps_what_it_needs_through_other_style_sheets(tmp_path: Path) -> None:
    texts = {
        "assets/a.css": '@import "b.css"; p { mask: url(data:image/svg+xml,x) }',
        "assets/b.css": "/* url(unused.svg) */ p { background: url( 'images/c.svg#part' ) }",
        "assets/images/c.svg": "",
        "assets/unused.svg": "",
        "assets/lunr/ar.js": "",
        "data.csv": "",
        "index.html": "",
    }
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    files = {path: tmp_path / path for path in texts}
    links = Links(files, "")
    assert used(files, {"assets/a.css"}, links.look_at_styles) == [
        "assets/a.css",
        "assets/b.css",
        "assets/images/c.svg",
        "data.csv",
    ]
    assert links.problems() == []
