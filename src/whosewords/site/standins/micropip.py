"""Stands where JupyterLite's kernel looks for Pyodide's installer: nothing is installed while a lesson runs."""

from piplite import install

__all__ = ["install"]
