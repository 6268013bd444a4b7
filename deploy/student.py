"""One student's server: what a hub starts in place of jupyterhub-singleuser (docs/hub.md)."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from starting import hub

hub.become(sys.argv[1:])
