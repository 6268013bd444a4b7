"""Charts: their words come with them, they ask no server, and they compute nothing."""

import copy
import json

import pandas as pd
import pytest

from whosewords.calls import events, grades
from whosewords.display import charts
from whosewords.display.charts import SCHEMA, VEGA_LITE, intervals, matrix

RANGES = pd.DataFrame(
    {"text": ["b", "a", "c"], "grade": [9, 12, 10], "low": [8, 10, 9], "high": [11, 14, 12]}
)
BOXES = pd.DataFrame(
    {"event": ["e", "e", "f", "f"], "text": ["b", "a", "b", "a"], "role": ["x", "y", "y", "z"]}
)
CHARTS = {
    "intervals": lambda: intervals(RANGES, "Some ranges.", "A title"),
    "no intervals": lambda: intervals(RANGES.iloc[:0], "Nothing.", "A title"),
    "one interval": lambda: intervals(RANGES.iloc[:1], "One.", "A title"),
    "matrix": lambda: matrix(
        BOXES,
        "Some boxes.",
        "event",
        "text",
        "role",
        dict(zip("xyz", ["circle", "diamond", "stroke"], strict=True)),
    ),
    "readability": lambda: grades.readability().chart,
    "readability without a score": lambda: grades.readability("warmup_courier", formula="smog").chart,
    "events": lambda: events.events().chart,
}


@pytest.fixture(params=CHARTS)
def chart(request, home):
    return CHARTS[request.param]()


def nested(value):
    """All keys and values in nested data."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield key, each
            yield from nested(each)
    elif isinstance(value, list):
        for each in value:
            yield from nested(each)


def test_the_words_are_the_alternative_text(chart):
    assert chart.words
    assert chart.spec["description"] == chart.words
    assert repr(chart) == chart.words


def test_jupyterlab_draws_it_itself_and_others_get_the_words(chart):
    bundle = chart._repr_mimebundle_()
    assert bundle == {"application/vnd.vegalite.v5+json": chart.spec, "text/plain": chart.words}
    assert VEGA_LITE.endswith(".v5+json")
    assert chart.spec["$schema"] == SCHEMA == "https://vega.github.io/schema/vega-lite/v5.json"


def test_no_server_is_asked(chart):
    written = json.dumps({key: value for key, value in chart.spec.items() if key != "$schema"})
    for sign in ("http", "//", "url", "cdn"):
        assert sign not in written.lower()


def test_the_data_travel_with_it_and_are_json(chart):
    json.dumps(chart.spec, allow_nan=False)
    assert "datasets" in chart.spec or "values" in chart.spec["data"]


def test_the_menu_is_off(chart):
    assert chart.spec["usermeta"]["embedOptions"]["actions"] is False
    assert chart.spec["usermeta"]["embedOptions"]["renderer"] == "svg"


def test_it_computes_nothing(chart):
    for key, _ in nested(chart.spec):
        assert key not in ("transform", "aggregate", "bin", "calculate", "timeUnit", "impute", "stack")


def test_the_numbers_drawn_are_those_of_the_table():
    drawn = intervals(RANGES, "Some ranges.", "A title").spec
    assert [list(rows) for rows in drawn["datasets"].values()] == [RANGES.to_dict("records")]
    assert next(v for k, v in nested(drawn) if k == "sort") == ["b", "a", "c"]


def test_the_table_is_left_as_it_was():
    before = RANGES.copy(), BOXES.copy()
    CHARTS["intervals"](), CHARTS["matrix"]()
    assert RANGES.equals(before[0])
    assert BOXES.equals(before[1])


def test_marks_differ_in_shape_and_not_in_colour_alone():
    drawn = CHARTS["matrix"]().spec["encoding"]
    assert drawn["shape"]["scale"]["domain"] == drawn["color"]["scale"]["domain"] == ["x", "y", "z"]
    assert len(set(drawn["shape"]["scale"]["range"])) == 3


def test_one_chart_does_not_change_the_next(home):
    first = copy.deepcopy(CHARTS["intervals"]().spec)
    CHARTS["matrix"]()
    assert CHARTS["intervals"]().spec == first
    assert charts.CONFIG["background"] == "#ffffff"


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


@pytest.mark.parametrize(
    ("ground", "worn"), [("#ffffff", lambda colour: colour), ("#111111", charts.DARK.get)]
)
def test_a_chart_can_be_read_on_both_grounds(ground, worn):
    ink, accent, ground = parts(worn(charts.INK)), parts(worn(charts.ACCENT)), parts(ground)
    full = [charts.FULLEST * a + (1 - charts.FULLEST) * b for a, b in zip(accent, ground, strict=True)]
    assert contrast(ink, ground) >= 4.5 and contrast(ink, full) >= 4.5
    for colour in (charts.SOFT, charts.ACCENT, charts.EARTH):
        assert contrast(parts(worn(colour)), ground) >= 4.5, colour


def test_no_label_of_ours_is_cut():
    from whosewords.calls.rankings import SHOWN

    assert max(map(len, SHOWN)) * charts.LETTER <= charts.CONFIG["axis"]["labelLimit"]
