"""Pictures: their words come with them, they stand where the numbers say, and they are drawn in one way."""

from importlib import resources
from math import nan
from xml.etree import ElementTree

import pandas as pd
import pytest
from drawn import pieces, words

from whosewords.calls import counts, events, grades, rankings
from whosewords.display import charts, drawing
from whosewords.display.charts import along, grid, intervals, matrix

RANGES = pd.DataFrame({"text": ["b", "a"], "grade": [15, 20], "low": [11, nan], "high": [24, nan]})
BOXES = pd.DataFrame(
    {"event": ["e", "e", "f", "f"], "text": ["b", "a", "b", "a"], "role": ["x", "y", "y", "z"]}
)
POINTS = pd.DataFrame({"at": [0, 100], "value": [10, 20], "rule": ["one", "two"]})
MARKS = dict(zip("xyz", ["circle", "diamond", "stroke"], strict=True))
CHARTS = {
    "intervals": lambda: intervals(RANGES, "Some ranges.", "A title"),
    "matrix": lambda: matrix(BOXES, "Some boxes.", "event", "text", "role", MARKS),
    "along": lambda: along(
        POINTS, "Some points.", "at", "value", "rule", {"one": "circle", "two": "diamond"}, ("across", "up")
    ),
    "grid": lambda: grid(BOXES.assign(n=range(4), t="7"), "Some numbers.", "event", "text", "n", "t"),
    "readability": lambda: grades.readability().chart,
    "events": lambda: events.events().chart,
    "dates": lambda: events.dates().chart,
    "rule race": lambda: rankings.rank().chart,
    "orders": lambda: rankings.stability().chart,
    "hits": lambda: counts.count("verdict").marks,
}


@pytest.fixture(params=CHARTS)
def chart(request, home):
    return CHARTS[request.param]()


def test_the_words_are_the_alternative_text(chart):
    root = ElementTree.fromstring(chart.svg("A title"))
    assert chart.words and root.get("role") == "img"
    assert root.get("aria-label") == f"A title. {' '.join(chart.words.split())}"
    assert repr(chart) == chart.words


def test_it_asks_no_server_and_runs_nothing(chart):
    drawn = chart.svg() + chart.file()
    bare = drawn.replace('xmlns="http://www.w3.org/2000/svg"', "")
    for sign in ("http", "url(", "<script", "<image", "href", "onload"):
        assert sign not in bare


def test_what_is_drawn_fills_its_column_and_a_file_has_a_size(chart):
    root, kept = ElementTree.fromstring(chart.svg()), ElementTree.fromstring(chart.file())
    assert root.get("width") == "100%" and float(root.get("height")) > 0 and "viewBox" not in root.attrib
    assert float(kept.get("width")) == max(640, chart.least) + 2 * drawing.EDGE


def test_no_word_stands_under_the_picture_and_no_number_is_missing(chart):
    drawn = pieces(chart)
    assert "nan" not in chart.svg().lower()
    assert all(piece.y <= chart.height for piece in drawn if piece.tag == "text")


def test_every_colour_has_its_partner_in_the_style_sheet(chart):
    sheet = resources.files("whosewords.display").joinpath("finding.css").read_text(encoding="utf-8")
    used = {(name, piece.given[name]) for piece in pieces(chart) for name in ("fill", "stroke")
            if name in piece.given}  # fmt: skip
    for name, colour in used - {("fill", "none"), ("stroke", "none")}:
        assert f'[{name}="{colour}"] {{ {name}: var(--' in sheet, (name, colour)


def test_a_range_stands_where_its_numbers_say():
    """The scale runs from 10 to 25 over 74 hundredths, so 15 lies at 5/15 · 74 = 24.67, 11 at 4.93 and 24 at
    69.07. The second row has no range: a dot alone, and its value in words."""
    drawn = CHARTS["intervals"]()
    first, second = pieces(drawn, "circle")
    assert (first.x, second.x) == (24.67, 49.33)
    range_lines = [(p.x, p.given["x2"]) for p in pieces(drawn, "line") if p.given["stroke-width"] == "4"]
    assert range_lines == [(4.93, "69.07%")]
    ticks = {told: place[0] for told, place in words(drawn).items() if told in ("10", "15", "25")}
    assert ticks == {"10": 0, "15": 24.67, "25": 74}
    assert {"11 to 24", "20"} <= set(words(drawn))


def test_a_scale_begins_and_ends_on_ticks():
    assert drawing.scale([11, 24]).ticks() == [10, 15, 20, 25]
    assert drawing.scale([3, 82], zero=True).ticks() == [0, 20, 40, 60, 80, 100]
    assert drawing.scale([7]).ticks() == [7, 8] and drawing.scale([]).ticks() == [0, 1]


def test_several_voices_of_one_text_share_its_name_and_differ_in_shape():
    rows = pd.DataFrame({"text": ["a", "a"], "series": ["own", "said"], "grade": [1.0, 2.0],
                         "low": [0.0, 1.0], "high": [2.0, 3.0]})  # fmt: skip
    drawn = intervals(rows, "Two.", "A title", zero=True)
    assert [p.text for p in pieces(drawn, "text")].count("a") == 1
    assert len(pieces(drawn, "circle")) == 2 and len(pieces(drawn, "path")) == 2  # one each, and the legend


def test_marks_differ_in_shape_and_not_in_colour_alone():
    drawn = pieces(CHARTS["matrix"]())
    assert len([p for p in drawn if p.tag == "circle"]) == 1 + 1  # one box of x, and the legend
    paths = {p.given["d"] for p in drawn if p.tag == "path"}
    assert len(paths) == 2  # diamonds and strokes
    assert {round(p.x, 1) for p in drawn if p.tag == "circle"} >= {round((100 - _start()) / 4 + _start(), 1)}


def _start():
    """Names of one letter stand beside their boxes: 1 · 6.7 · 100 / 240 + 3 hundredths."""
    return drawing.LETTER * 100 / drawing.NARROW + 3


def test_full_boxes_are_darker_and_their_numbers_can_be_read():
    boxes = [p.given for p in pieces(CHARTS["grid"](), "rect")]
    assert [box["fill-opacity"] for box in boxes] == ["0.00", "0.15", "0.30", "0.45"]
    low = grid(BOXES.assign(n=range(4), t="7"), "w", "event", "text", "n", "t", dark="low")
    assert [p.given["fill-opacity"] for p in pieces(low, "rect")] == ["0.45", "0.30", "0.15", "0.00"]


def test_names_of_columns_stand_upright_only_where_they_do_not_fit():
    wide = matrix(BOXES, "w", "event", "text", "role", MARKS)
    assert "rotate" not in wide.svg()
    long = BOXES.replace({"a": "Responsible Statecraft", "b": "New Eastern Outlook"})
    five = pd.concat(
        [long, *(long.assign(text=f"{name} Statecraft") for name in ("Irresponsible", "A", "B"))]
    )
    drawn = matrix(five, "w", "event", "text", "role", MARKS).svg()
    assert 'class="ww-wide"' in drawn and 'class="ww-narrow" display="none"' in drawn


def test_points_stand_where_the_table_says():
    """Across, 0 to 100 take the hundredths from 8 to 100; up, 10 lies at the foot (246) and 20 at the top."""
    drawn = CHARTS["along"]()
    circle, path = pieces(drawn, "circle")[0], next(p for p in pieces(drawn, "svg") if p.x > 50)
    assert (circle.x, circle.y) == (8, 246) and (path.x, path.y) == (100, 26)


def test_the_table_is_left_as_it_was():
    before = RANGES.copy(), BOXES.copy()
    CHARTS["intervals"](), CHARTS["matrix"](), CHARTS["grid"]()
    assert RANGES.equals(before[0]) and BOXES.equals(before[1])


# ---- colours, on both grounds


def lightness(colour):
    """Relative luminance, as the contrast rules of WCAG 2 define it."""
    parts = [part / 255 for part in colour]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    low, high = sorted((lightness(one), lightness(other)))
    return (high + 0.05) / (low + 0.05)


def parts(colour):
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


DARK = {
    drawing.PAPER: "#1b1a17", drawing.INK: "#efeadf", drawing.SOFT: "#b1a999", drawing.BLUE: "#7dbbe8",
    drawing.RUST: "#ffb35c", drawing.PLUM: "#dd9be4", drawing.GREEN: "#86cf9a",
}  # fmt: skip


def test_the_partners_are_those_of_the_style_sheet():
    sheet = resources.files("whosewords.display").joinpath("palette.css").read_text(encoding="utf-8")
    assert all(colour in sheet for pair in DARK.items() for colour in pair)


@pytest.mark.parametrize("worn", [lambda colour: colour, DARK.get])
def test_a_chart_can_be_read_on_both_grounds(worn):
    ink, blue, ground = (parts(worn(colour)) for colour in (drawing.INK, drawing.BLUE, drawing.PAPER))
    full = [charts.FULLEST * a + (1 - charts.FULLEST) * b for a, b in zip(blue, ground, strict=True)]
    assert contrast(ink, full) >= 4.5
    for colour in set(DARK) - {drawing.PAPER}:
        assert contrast(parts(worn(colour)), ground) >= 4.5, colour
