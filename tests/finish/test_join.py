"""English at the root, Arabic under ar/, one copy of the assets."""

import pytest

from chronicle.finish.join import language_of, share_assets


@pytest.mark.parametrize(
    ("path", "before", "after"),
    [
        ("ar/index.html", '<a href="assets/x.css">', '<a href="../assets/x.css">'),
        ("ar/index.html", '<a href="./assets/x.css">', '<a href="./../assets/x.css">'),
        ("ar/a/index.html", '<a src="../assets/x.js">', '<a src="../../assets/x.js">'),
        ("ar/a/b/index.html", '<a href="../../assets/x">', '<a href="../../../assets/x">'),
        # Not the assets of the site's root, but a page or folder of that name elsewhere.
        ("ar/a/b/index.html", '<a href="../assets/x">', '<a href="../assets/x">'),
        ("ar/index.html", '<a href="about/assets/">', '<a href="about/assets/">'),
        ("ar/index.html", "<p>assets/x</p>", "<p>assets/x</p>"),
        ("index.html", '<a href="assets/x.css">', '<a href="assets/x.css">'),
        ("arabia/index.html", '<a href="../assets/x">', '<a href="../assets/x">'),
    ],
)
def test_links_to_assets_lead_one_folder_further_up_below_ar(
    path: str, before: str, after: str
) -> None:
    assert share_assets(path, before) == after


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("events/x/index.html", ("en", "events/x/index.html")),
        ("ar/events/x/index.html", ("ar", "events/x/index.html")),
        ("arabia/index.html", ("en", "arabia/index.html")),
    ],
)
def test_the_first_folder_tells_the_language(path: str, expected: tuple[str, str]) -> None:
    assert language_of(path) == expected
