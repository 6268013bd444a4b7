"""Where everything is: the project, its environment, and the lists of what goes into that."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOG = ROOT / ".venv-setup.log"
JUPYTER = ROOT / ".jupyter"
LOCK = ROOT / "requirements.lock.txt"
PACKAGES = ROOT / "packages"  # beside the lessons of a bundle: what they need, so that no network is
UNWANTED = ("PYTHONHOME", "PYTHONDONTWRITEBYTECODE")


def variables(**more):
    """This computer's variables, without those that tell Python where another one is, or to keep nothing
    that is compiled."""
    return {name: value for name, value in os.environ.items() if name not in UNWANTED} | more
