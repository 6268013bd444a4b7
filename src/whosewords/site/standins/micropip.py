"""Stands where JupyterLite's kernel looks for Pyodide's installer: a lesson installs nothing."""

from piplite import install

__all__ = ["install"]
