"""No lesson pays for very many texts: nothing but the command leads there, and it loads no table."""

from test_flow import graph, imported, loaded_after, sources

EXTRA = {"dask", "distributed", "pyarrow"}
ONLY = {"corpus.cluster", "corpus.tables"}


def test_nothing_but_the_command_leads_to_very_many_texts():
    arrows = graph(sources()).items()
    leading = {name for name, targets in arrows for target in targets if target.split(".")[0] == "corpus"}
    assert {name for name in leading if name.split(".")[0] != "corpus"} == {"__main__"}


def test_the_extra_is_imported_where_it_is_used_and_nowhere_else():
    known, found, above = sources(), set(), []
    for name, text in known.items():
        of_extra = {
            line for line, target, ours in imported(name, text, known) if target.split(".")[0] in EXTRA
        }
        found |= {name} if of_extra else set()
        lines = text.splitlines()
        above += [name for line in of_extra if not lines[line - 1].startswith(" ")]
    assert found == ONLY and not above


def test_a_process_that_measures_needs_no_pandas():
    code = (
        "from whosewords.corpus.workers import all_of; from whosewords.corpus.rows import rows; import sys\n"
        "assert len(all_of(rows, [(1, 'a', 'The cat sat on the mat. ' * 12)])[0]) == 3\n"
        f"assert not {EXTRA!r} & set(sys.modules)"
    )
    assert "pandas" not in loaded_after(code)
