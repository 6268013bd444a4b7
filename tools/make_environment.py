"""Makes environment.yml (conda, mamba, Binder) from pyproject.toml, with the same names and bounds.

python tools/make_environment.py
"""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEADER = """\
# Generated from pyproject.toml by tools/make_environment.py; change that file and make this one again.
# For conda, mamba and Binder. Solving it was not tried here: the tried way is python3 start.py.
"""


def environment(pyproject):
    """The text of environment.yml for a parsed pyproject.toml.

    What conda-forge lacks, named under `tool.whosewords.conda`, comes through pip, and so does the
    package itself, from the folder that the file lies in.

    >>> project = {"name": "x", "requires-python": ">=3.11", "dependencies": ["b>=1,<2", "a>=3"]}
    >>> print(environment({"project": project, "tool": {"whosewords": {"conda": {"from-pip": ["a"]}}}}))
    name: x
    channels:
      - conda-forge
    dependencies:
      - python>=3.11
      - b>=1,<2
      - pip
      - pip:
          - a>=3
          - -e .
    """
    project = pyproject["project"]
    from_pip = pyproject["tool"]["whosewords"]["conda"]["from-pip"]
    needed = sorted(project["dependencies"])
    by_pip = [line for line in needed if name(line) in from_pip]
    by_conda = [line for line in needed if name(line) not in from_pip]
    lines = [f"name: {project['name']}", "channels:", "  - conda-forge", "dependencies:"]
    lines += [f"  - {line}" for line in [f"python{project['requires-python']}", *by_conda, "pip", "pip:"]]
    lines += [f"      - {line}" for line in [*by_pip, "-e ."]]
    return "\n".join(lines)


def name(requirement):
    """The package that a requirement asks for: `name("b>=1,<2")` is "b"."""
    return re.match(r"[\w.-]+", requirement).group()


def main():
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    text = HEADER + environment(pyproject) + "\n"
    (ROOT / "environment.yml").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
