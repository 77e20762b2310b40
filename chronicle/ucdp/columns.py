"""The columns of a UCDP GED file: which there are, and where a file without a header has them.

In: the first row of a table. Out: the place of every column that is read. Numbers and order differ
between releases (41 and 49 columns have been seen), so a column is found by its name; a candidate
file without a header is read by the list that has as many columns.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

_READ: Final = """
    id type_of_violence side_a_new_id side_a side_b_new_id side_b source_article source_office
    where_prec where_coordinates adm_1 latitude longitude country_id event_clarity date_prec
    date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown low best high
"""
READ: Final = tuple(_READ.split())
"""What rows are read from; other columns may be there or not."""

_FORTY_ONE: Final = """
    id year active_year type_of_violence conflict_new_id conflict_name dyad_new_id dyad_name
    side_a_new_id side_a side_b_new_id gwnob side_b number_of_sources source_article
    source_office source_date source_headline source_original where_prec where_coordinates
    adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region
    event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians
    deaths_unknown low best high
"""
_FORTY_NINE: Final = """
    id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id
    conflict_name dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a
    side_b_dset_id side_b_new_id side_b number_of_sources source_article source_office
    source_date source_headline source_original where_prec where_coordinates
    where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id
    region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians
    deaths_unknown best high low gwnoa gwnob
"""
HEADERLESS: Final[Mapping[int, tuple[str, ...]]] = {
    41: tuple(_FORTY_ONE.split()),
    49: tuple(_FORTY_NINE.split()),
}
"""By the number of columns: that of release 652.1601.1911, and that of releases from 23.1 on."""

_ACLED: Final = frozenset({"event_id_cnty", "event_id_no_cnty", "sub_event_type", "assoc_actor_1"})
"""Columns that ACLED exports have and UCDP's files have not."""

ACLED_REFUSED: Final = (
    "this is an ACLED export, and ACLED's terms forbid republishing its data; "
    "only an id may stand in a record, as external: {acled: ...}"
)


class Refused(ValueError):
    """A file that is not taken; the message says why and what would be right."""


def places(first: Sequence[str]) -> tuple[dict[str, int], bool]:
    """Return the place of every column, and whether the first row is a header.

    Raises Refused for an ACLED export and for what is no UCDP GED file.
    """
    names = [cell.strip().casefold() for cell in first]
    if _ACLED.intersection(names):
        raise Refused(ACLED_REFUSED)
    if "id" in names:
        missing = [name for name in READ if name not in names]
        if missing:
            raise Refused(f"the header lacks {', '.join(missing)}; is this a UCDP GED file?")
        return {name: names.index(name) for name in READ}, True
    if len(names) not in HEADERLESS or not names[0].isdecimal():
        known = " or ".join(str(number) for number in sorted(HEADERLESS))
        raise Refused(
            f"no header, and {len(names)} columns; a file without a header has {known}; "
            "put the header of its release in the first row"
        )
    columns = HEADERLESS[len(names)]
    return {name: columns.index(name) for name in READ}, False
