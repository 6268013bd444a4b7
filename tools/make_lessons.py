"""Make the notebooks in `lessons/` from their sources in `lessons/source/` (jupytext's percent format).

usage: python tools/make_lessons.py [--check]

Notebooks are stripped: no outputs, no counts, ids that do not change from run to run, so that a change of a
lesson is read in its source. Their cells cannot be deleted: a key pressed beside a button would do it. Words
of the glossary are explained below the text where a lesson first has them.
`--check` writes nothing and exits 1 where a notebook differs from its source.
"""

import sys
from pathlib import Path

import jupytext
import nbformat

ROOT = Path(__file__).resolve().parents[1]
LESSONS = ROOT / "lessons"
sys.path.insert(0, str(ROOT / "src"))

from whosewords.calls.glossary import new_words  # noqa: E402
from whosewords.display.glossary import fold  # noqa: E402
from whosewords.notebook.saving import stripped  # noqa: E402


def notebook(source):
    """The notebook of a lesson's source, as text."""
    made = explained(jupytext.reads(source, fmt="py:percent"))
    made = nbformat.from_dict(stripped(made))
    for number, cell in enumerate(made.cells, 1):
        cell["id"] = f"cell-{number:02d}"
        cell["metadata"]["deletable"] = False
    made.nbformat, made.nbformat_minor = 4, 5
    nbformat.validate(made)
    return nbformat.writes(made, indent=1) + "\n"


def explained(made):
    """A notebook with its new words below each text, folded away, explained from data/glossary.toml."""
    prose = [cell for cell in made.cells if cell.cell_type == "markdown"]
    for cell, found in zip(prose, new_words(cell.source for cell in prose), strict=True):
        if found:
            cell.source += f"\n\n{fold(found)}"
    return made


def lessons():
    """Yield (path of the notebook, its text) for every source."""
    for source in sorted((LESSONS / "source").glob("*.py")):
        yield LESSONS / f"{source.stem}.ipynb", notebook(source.read_text(encoding="utf-8"))


def main(*options):
    different = []
    for path, text in lessons():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            different.append(path.name)
            if "--check" not in options:
                path.write_text(text, encoding="utf-8", newline="\n")
    if "--check" in options and different:
        raise SystemExit(
            f"These differ from their source: {', '.join(different)}. Run python tools/make_lessons.py."
        )
    print(f"{len(different)} notebook(s) {'differ' if '--check' in options else 'written'}.")


if __name__ == "__main__":
    main(*sys.argv[1:])
