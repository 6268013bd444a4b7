"""Packages that come when they are first imported: what a lesson does not begin with is not waited for.

Pyodide knows each package of the site by its lock file: the file, its sha256, what can be imported from it.
An import that finds nothing asks here. A worker may fetch a file while Python waits, and so the import goes
on as if the package had been there.
"""

import hashlib
import io
import sys
import zipfile
from importlib import invalidate_caches
from importlib.machinery import PathFinder
from sysconfig import get_path


class Later:
    """Finds a top-level module in a package that was not fetched yet."""

    def __init__(self, packages, fetch, place):
        self.fetch, self.place, self.fetched = fetch, place, set()
        self.packages = packages
        self.by_import = {name: one for one in packages.values() for name in one["imports"]}

    def find_spec(self, name, path=None, target=None):
        """Python asks this after all others found nothing."""
        package = self.by_import.get(name)
        if package is None or package["file_name"] in self.fetched:
            return None
        self.bring(package)
        invalidate_caches()
        return PathFinder.find_spec(name, [self.place])

    def bring(self, package):
        """Fetch a package and what it needs, and unpack them."""
        self.fetched.add(package["file_name"])
        data = self.fetch(package["file_name"])
        if hashlib.sha256(data).hexdigest() != package["sha256"]:
            raise ImportError(f"{package['file_name']} arrived changed: load the page again.")
        zipfile.ZipFile(io.BytesIO(data)).extractall(self.place)


def fetched(address):
    """The bytes at an address; the worker waits for them. An `ImportError` where they do not come."""
    from js import XMLHttpRequest

    request = XMLHttpRequest.new()
    request.open("GET", address, False)
    request.responseType = "arraybuffer"
    try:
        request.send()
        arrived = request.status == 200
    except Exception:
        arrived = False
    if not arrived:
        file = address.rpartition("/")[2]
        raise ImportError(f"A part of this lesson could not be fetched ({file}): load the page again.")
    return request.response.to_bytes()


def take_over():
    """See to it that what is not there yet is fetched when it is imported."""
    from pyodide_js import _api

    base = _api.config.indexURL
    packages = _api.lockfile_packages.to_py()
    sys.meta_path.append(Later(packages, lambda file: fetched(base + file), get_path("purelib")))
