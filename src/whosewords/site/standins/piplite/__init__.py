"""Stands where JupyterLite's kernel looks for its installer: nothing is installed while a lesson runs.

All packages lie beside the page, at the versions that were tested. Being imported first, it also sees to it
that those which a lesson does not begin with come when they are needed.
"""

import later

from .piplite import install

later.take_over()

__all__ = ["install"]
