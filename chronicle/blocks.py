"""Blocks of plain HTML go past Markdown, which reads each of their tags twice to change nothing.

A hook of MkDocs that halves its time and decides nothing: without it the pages are the same. In: a
document's lines. Out: the same, with a placeholder for every block that is one element between
empty lines.
"""

from __future__ import annotations

import re
from typing import Final

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from mkdocs.config.defaults import MkDocsConfig

# Elements whose content Markdown leaves as it is; one that holds an empty line is left to Markdown.
_BLOCK: Final = re.compile(
    r"(?:(?<=\n\n)|\A)"
    r"<(div|figure|section|nav|table|ul|ol|dl|form|details|p|h[1-6])[ >](?:[^\n]|\n(?!\n))*</\1>"
    r"(?=\n\n|\n*\Z)"
)

# After line endings are made alike (30), before MkDocs (21) and Markdown (20) look for HTML.
_PRIORITY: Final = 25


class _Blocks(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return _BLOCK.sub(self._put_aside, "\n".join(lines)).split("\n")

    def _put_aside(self, found: re.Match[str]) -> str:
        block = found[0]
        return self.md.htmlStash.store(block) if _is_one(block, found[1]) else block


def _is_one(block: str, element: str) -> bool:
    """Whether the element that opens a block is closed at its end, and not before."""
    depth = 0
    for tag in re.finditer(rf"<(/?){element}[ >]", block):
        depth += -1 if tag[1] else 1
        if depth < 1:
            return tag.end() == len(block)
    return False


class Blocks(Extension):
    """Puts blocks where Markdown keeps the HTML that it has found itself."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the step; the name of this method is Markdown's."""
        md.preprocessors.register(_Blocks(md), "chronicle_blocks", _PRIORITY)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Add the step to MkDocs's Markdown; the name of this function is MkDocs's."""
    config.markdown_extensions.append(Blocks())
    return config
