"""The frame that charts share: a drawing, what it shows, and the same data as a table.

In: a drawing as SVG markup with its size in units of its own, and its words. Out: a figure. A chart
counts records, not what happened; the sentence that says so stands on every page that has one
(safety rule 21).
"""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from chronicle.language import Language

FEWEST: Final = 8
"""Fewer events are seen at a glance in their list."""


def along(language: Language, width: float, x: float, extent: float = 0) -> float:
    """Return where something of an extent begins: charts run as the language reads, from the right
    in Arabic.
    """
    return width - x - extent if language.direction == "rtl" else x


def framed(
    svg: Markup, size: tuple[float, float], title: str, left_out: str, table: Markup
) -> Markup:
    """Return a drawing with its title, what it leaves out, and its table; one that holds links is
    a group for screen readers, any other an image.
    """
    return Markup(
        '<figure class="chart"><svg viewBox="0 0 {:g} {:g}" role="{}" aria-label="{}">{}</svg>'
        "<figcaption>{}.{}{}</figcaption>{}</figure>"
    ).format(
        *size,
        "group" if "<a " in svg else "img",
        title,
        svg,
        title,
        " " if left_out else "",
        left_out,
        table,
    )


def folded(language: Language, caption: str, head: Markup, body: Markup) -> Markup:
    """Return the data of a chart as a table that a reader opens."""
    return Markup(
        "<details><summary>{summary}</summary>"
        '<div class="table-scroll" tabindex="0" role="region" aria-label="{caption}">'
        '<table class="chart-table"><caption>{caption}</caption><thead><tr>{head}</tr></thead>'
        "<tbody>{body}</tbody></table></div></details>"
    ).format(summary=language.text("chart.table"), caption=caption, head=head, body=body)
