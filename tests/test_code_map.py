"""docs/code-map.md: every row leads to a file that is there, and the name to look for stands in it."""

import re

import pytest
from library import ROOT

ROWS = re.findall(
    r"^\| (?!You want|---)(.+?) \| `(.+?)` \| `(.+?)` \|$",
    (ROOT / "docs" / "code-map.md").read_text("utf-8"),
    re.M,
)


def test_the_map_is_of_some_use():
    assert len(ROWS) >= 20 and len({what for what, *_ in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("what", "where", "name"), ROWS, ids=[what for what, *_ in ROWS])
def test_each_row_leads_there(what, where, name):
    path = next(
        (base / where for base in (ROOT / "src" / "whosewords", ROOT) if (base / where).exists()), None
    )
    assert path, f"{where} is not there."
    found = [path] if path.is_file() else sorted(path.glob("*.py"))
    # In code the name is defined there, not only used.
    pattern = (
        rf"^(?:class |def |    def )?{re.escape(name)}\b(?: = |\(|:|$)"
        if name.isidentifier()
        else re.escape(name)
    )
    source = "\n".join(one.read_text("utf-8") for one in found)
    assert re.search(pattern if found[0].suffix == ".py" else re.escape(name), source, re.M), (
        f"no {name} in {where}"
    )
