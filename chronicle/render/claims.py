"""Claims side by side: an event's claims in, groups of rows on one scale out, with their bars.

Nothing is added up: a group only knows its lowest and highest bound, to draw every bar on the same
scale and to say from where to where the claims run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from chronicle.archive import Archive
from chronicle.model import Claim, Count, Event
from chronicle.vocabulary import Harm, Who

_ROOM: Final = 1.18
"""An open end needs room beyond the highest bound of its scale."""

_DASHES: Final = ((1.5, 3.5), (6.5, 2.5), (10.5, 1.5))
"""Gap and width of the pieces of an open end, in hundredths of the scale."""


@dataclass(frozen=True)
class Row:
    """One claim; under `parent` it stands indented, as a part of it. `scale` is the number of
    persons that fills the width of its bar.
    """

    claim: Claim
    anchor: str
    lines: int
    scale: float
    parent: Claim | None = None

    @property
    def inner(self) -> bool:
        return self.parent is not None

    @property
    def bar(self) -> Markup:
        return bar(self.claim.count, self.scale)


@dataclass(frozen=True)
class Group:
    """Claims about the same harm and side.

    `range` runs from the lowest to the highest bound of the rows about the whole event, and only
    it: not of those within others, nor of those with another scope. `claimants` are those of the
    range; 0 where no row is about the whole event.
    """

    harm: Harm
    who: Who | None
    side: str | None
    rows: tuple[Row, ...]
    range: Count
    claimants: int

    @property
    def anchor(self) -> str:
        return f"claims-{self.harm}-{self.side or self.who}"

    @property
    def open_ended(self) -> bool:
        """Whether the highest bound is a lower bound: "at least"."""
        return any(
            claim.count.max is None and claim.count.min == self.range.max for claim in self.told
        )

    @property
    def open_from(self) -> bool:
        """Whether the lowest bound is a lower bound wherever it stands: "at least"."""
        lowest = [claim.count for claim in self.told if _order(claim)[0] == self.range.min]
        return all(count.max is None for count in lowest)

    @property
    def told(self) -> list[Claim]:
        """The claims that the range is made of."""
        return [row.claim for row in self.rows if row.claim.of_the_event]


def groups(event: Event, archive: Archive) -> list[Group]:
    """Return the groups in the order in which the record names them."""
    rooted: dict[tuple[str, str | None, str | None], list[int]] = {}
    for index, claim in enumerate(event.claims):
        if not claim.within:
            key = (claim.harm, claim.side, None if claim.side else claim.who)
            rooted.setdefault(key, []).append(index)
    anchors = _anchors(event.claims)
    return [_group(event, archive, anchors, indexes) for indexes in rooted.values()]


def counted(event: Event, archive: Archive) -> tuple[Group, ...]:
    """Return the groups that have a range: those with a row about the whole event."""
    return tuple(group for group in groups(event, archive) if group.claimants)


def _group(event: Event, archive: Archive, anchors: Sequence[str], indexes: list[int]) -> Group:
    top = sorted(indexes, key=lambda index: _place(event.claims[index]))
    scale = _scale([event.claims[i] for i in top])
    rows = [
        Row(
            event.claims[index],
            anchors[index],
            _lines(archive, event.claims[index]),
            scale,
            parent,
        )
        for index, parent in _with_parts(event.claims, top)
    ]
    claims = [event.claims[index] for index in top]
    whos = {claim.who for claim in claims}
    first = claims[0]
    told = [claim for claim in claims if claim.of_the_event]
    return Group(
        first.harm,
        first.who if len(whos) == 1 else None,
        first.side,
        tuple(rows),
        _range(told or claims),
        len({claim.by for claim in told}),
    )


def _place(claim: Claim) -> tuple[bool, tuple[int, int]]:
    """Return where a row stands in its group: from low to high, then those of another scope."""
    return claim.scope is not None, _order(claim)


def _order(claim: Claim) -> tuple[int, int]:
    low = claim.count.min if claim.count.min is not None else claim.count.max
    high = claim.count.max if claim.count.max is not None else claim.count.min
    return low or 0, high or 0


def _with_parts(claims: Sequence[Claim], top: list[int]) -> Iterator[tuple[int, Claim | None]]:
    """Yield each row and, under it, the rows that stand within it, with the one each is part of."""
    for index in top:
        yield index, None
        yield from _parts(claims, index)


def _parts(claims: Sequence[Claim], index: int) -> Iterator[tuple[int, Claim]]:
    name = claims[index].id
    for inner, claim in enumerate(claims):
        if name and claim.within == name:
            yield inner, claims[index]
            yield from _parts(claims, inner)


def _lines(archive: Archive, claim: Claim) -> int:
    """A claim's line is the one who claims it, however many outlets print it."""
    return 1 if archive.origins.of_id(claim.by) else 0


def _range(claims: Sequence[Claim]) -> Count:
    bounds = [_order(claim) for claim in claims]
    if all(claim.count.min is None for claim in claims):
        return Count(max=max(high for _, high in bounds))
    return Count(min=min(low for low, _ in bounds), max=max(high for _, high in bounds))


def _scale(claims: Sequence[Claim]) -> float:
    """Return the number of persons that fills the width."""
    high = max((_order(claim)[1] for claim in claims), default=1) or 1
    return high * (_ROOM if any(claim.count.max is None for claim in claims) else 1)


def bar(count: Count, scale: float) -> Markup:
    """Draw a count as SVG without text; the figure stands beside it, so it is hidden from readers
    of the page's text. Width 100 is the scale; closed ends are closed, open ends are broken.
    """
    low = 100 * min((count.min or 0) / scale, 1)
    pieces = [_piece("sure", 0, low)] if low else []
    if count.max is None:
        room = 100 - low
        pieces += [
            _piece("open", low + gap, width) for gap, width in _DASHES if gap + width <= room
        ]
    elif count.max != count.min:
        high = 100 * min(count.max / scale, 1)
        pieces.append(_piece("maybe", low, high - low))
    if not pieces or (count.max == 0):
        pieces = [_piece("sure", 0, 0.6)]
    return Markup(
        '<svg class="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">'
        "{}</svg>"
    ).format(Markup("").join(pieces))


def _piece(kind: str, x: float, width: float) -> Markup:
    start = Markup(' x="{:g}"').format(round(x, 1)) if x else Markup("")
    return Markup('<rect class="bar-{}"{} width="{:g}" height="1"/>').format(
        kind, start, round(width, 1)
    )


def _anchors(claims: Sequence[Claim]) -> list[str]:
    """Return anchors that last: `claim-<by>-<harm>`, with the figure for a claimant's further rows,
    and numbered only where even that is not enough. A row added below changes none above it.
    """
    plain = [f"claim-{claim.by}-{claim.harm}" for claim in claims]
    figured = [
        name if plain.index(name) == index else f"{name}-{_order(claim)[0]}"
        for index, (name, claim) in enumerate(zip(plain, claims, strict=True))
    ]
    return [
        name if figured.index(name) == index else f"{name}-{figured[:index].count(name) + 1}"
        for index, name in enumerate(figured)
    ]
