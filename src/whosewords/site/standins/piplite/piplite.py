"""What JupyterLite's kernel sets here before it starts, and the call that it would install with."""

_PIPLITE_URLS: list[str] = []
_PIPLITE_DISABLE_PYPI = True


async def install(*requirements, **options):
    """Install nothing: what a lesson needs is there, and a page asks nobody but its own server."""
