"""The rule race as lines that cross: every text in its place under every rule, shared places as shared."""

from drawn import pieces, words

from whosewords.display.races import STEP, race, seats

ORDERS = {"one": {"a": 1, "b": 2, "c": 3}, "two": {"a": 2, "b": 2, "c": 1}, "three": {"a": 3, "b": 1, "c": 2}}


def test_who_shares_a_place_sits_in_the_turn_before():
    """Under rule two, a and b share place 2: a sat before b, so a has seat 2 and b seat 3."""
    assert list(seats(ORDERS.values())) == [
        {"a": 1, "b": 2, "c": 3}, {"c": 1, "a": 2, "b": 3}, {"b": 1, "c": 2, "a": 3}
    ]  # fmt: skip


def test_each_text_has_a_mark_under_each_rule_and_a_line_between():
    drawn = race(ORDERS, "The race.")
    circles = pieces(drawn, "circle")  # a is the first text: circles, from its seats 1, 2 and 3
    top = circles[0].y
    assert [round(c.y - top) for c in circles] == [0, STEP, 2 * STEP]
    colour = circles[0].given["fill"]
    own = [p for p in pieces(drawn, "line") if p.given["stroke"] == colour]
    assert [(p.y - top, float(p.given["y2"]) - top) for p in own] == [(0, STEP), (STEP, 2 * STEP)]
    assert [p.x for p in own] == [c.x for c in circles[:2]]


def test_rules_stand_along_the_bottom_and_names_at_both_ends():
    drawn = race(ORDERS, "The race.")
    told = [p.text for p in pieces(drawn, "text")]
    assert [told.count(name) for name in "abc"] == [2, 2, 2]
    lowest = max(c.y for c in pieces(drawn, "circle"))
    for rule in ORDERS:
        assert words(drawn)[rule][1] > lowest
    left, right = (sorted((p.y, p.text) for p in pieces(drawn, "text") if p.text in ORDERS["one"]
                          and p.given["text-anchor"] == side) for side in ("end", "start"))  # fmt: skip
    assert [name for _, name in left] == ["a", "b", "c"] and [name for _, name in right] == ["b", "c", "a"]


def test_a_shared_place_is_outlined_and_explained():
    drawn = race(ORDERS, "The race.")
    outlines = pieces(drawn, "rect")
    assert len(outlines) == 2  # one in the picture, round two seats, and one in the legend
    assert float(outlines[0].given["height"]) == STEP + 20
    assert "they share a place" in words(drawn)
    alone = race({"one": {"a": 1, "b": 2}}, "One rule.")
    assert not pieces(alone, "rect") and "they share a place" not in words(alone)


def test_texts_differ_in_shape_and_dash_and_not_in_colour_alone():
    order = {name: place for place, name in enumerate("abcde", 1)}
    drawn = race({"one": order, "two": order}, "Five.")
    dashes = {
        p.given.get("stroke-dasharray") for p in pieces(drawn, "line") if p.given["stroke-width"] == "2.5"
    }
    shapes = {p.given["d"] for p in pieces(drawn, "path")}
    assert len(dashes) == 5 and len(shapes) == 4  # and the circle
