"""Names on maps: they hide nothing, and one that has no room is left out."""

import re

from chronicle.render.labels import NARROW, Labels
from chronicle.render.view import View

VIEW = View(0, 0, 460, 300)


def disjoint(boxes: list[tuple[float, float, float, float]]) -> bool:
    return all(
        a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        for index, a in enumerate(boxes)
        for b in boxes[index + 1 :]
    )


def test_names_overlap_in_no_window_and_stay_on_the_map() -> None:
    labels = Labels(VIEW)
    labels.keep_free((230, 150), 20)
    written = [labels.area("A longer name", (230, 150)) for _ in range(12)]
    written += [labels.symbol(["A place"], (230, 150), 20) for _ in range(12)]
    assert 4 <= sum(map(bool, written)) < 24
    for room in (labels.wide, labels.narrow):
        assert disjoint(room.taken)
        assert all(VIEW.holds(*box[:2]) and VIEW.holds(*box[2:]) for box in room.taken)


def test_a_name_with_room_only_in_a_wide_window_is_left_out_in_a_narrow_one() -> None:
    labels = Labels(View(0, 0, 460, labels_height()))
    assert 'class="map-minor"' in labels.area("Name", (230, labels_height() - 4))
    assert len(labels.wide.taken) == 1
    assert labels.narrow.taken == []


def labels_height() -> float:
    """Room for one line of the smaller size, not of the larger."""
    size = 460 / 46
    return size * (1 + NARROW * 1.35) / 2 + 1


def test_a_symbol_in_a_corner_has_its_name_where_there_is_room() -> None:
    labels = Labels(VIEW)
    labels.keep_free((455, 295), 5)
    found = re.search(r'class="([^"]+)" x="(\d+)"', labels.symbol(["Corner"], (455, 295), 5, "k"))
    assert found
    assert found[1] == "k map-west"
    assert int(found[2]) < 450


def test_the_shorter_name_is_written_where_the_longer_has_no_room() -> None:
    labels = Labels(View(0, 0, 460, 300))
    names = ["A very long name that fills more than the whole of the map, and more", "Short"]
    assert ">Short<" in labels.symbol(names, (230, 150), 5)


def test_the_name_of_an_area_stays_within_it() -> None:
    labels = Labels(VIEW)
    labels.keep_free((230, 150), 12)
    assert labels.area("Name", (230, 150), within=lambda *_: False) == ""
    assert labels.area("Name", (230, 150), within=lambda *at: at[1] > 160) != ""


def test_a_corner_is_taken_only_where_nothing_stands() -> None:
    labels = Labels(VIEW)
    labels.keep_free((10, 290), 5)
    assert labels.corner(0.2) == (368, 240, 460, 300)
    for x, y in ((10, 10), (450, 10), (450, 290)):
        labels.keep_free((x, y), 5)
    assert labels.corner(0.2) is None
