"""The stick and the site: the module lays them out, and pip fetches what they are made of."""

import argparse
from pathlib import Path

from . import commands, environment, installing
from .places import LOG, ROOT

SITE_LOCK = ROOT / "requirements-site.lock.txt"
SITE_PACKAGES = ROOT / ".site-packages"
WINDOWS_LOCK = ROOT / "requirements-windows.lock.txt"
CHECKED = ["--no-deps", "--require-hashes", "--progress-bar", "off"]
DOWNLOAD = ["download", *CHECKED, "--only-binary", ":all:"]
# What a package must fit: the Python of the browser's, and no system.
FOR_A_BROWSER = [
    "--python-version", "3.12", "--implementation", "cp", "--abi", "cp312", "--abi", "none",
    "--platform", "pyemscripten_2024_0_wasm32", "--platform", "any",
]  # fmt: skip


def bundle(arguments):
    """A folder for a stick: the module lays it out and says what is missing, and pip fetches that."""
    parser = argparse.ArgumentParser(prog="start.py bundle", allow_abbrev=False)
    parser.add_argument("folder", help="where to; a folder that is empty or not there yet")
    parser.add_argument("--for", dest="systems", metavar="SYSTEMS", default="windows,macos,linux")
    parser.add_argument("--python", dest="pythons", metavar="VERSIONS", default="3.11,3.12,3.13,3.14")
    chosen = parser.parse_args(arguments)
    folder = absolute(chosen.folder)
    environment.prepare()
    asked = [str(folder), "--for", chosen.systems, "--python", chosen.pythons]
    if commands.module("bundle", *asked):
        return 1
    LOG.write_bytes(b"")
    packages = folder / "packages"
    for needed in sorted((folder / "lists").glob("*.txt")):
        if options := still_needed(needed, packages):
            wanted = [*DOWNLOAD, "-d", str(packages), *options, "-r", str(needed)]
            installing.pip(f"Getting packages: {needed.stem}", *wanted)
    if "windows" in chosen.systems.split(","):
        build = ["install", "--no-compile", "--no-build-isolation", *CHECKED]
        place = ["--target", str(folder / "python-windows"), "--upgrade", "-r", str(WINDOWS_LOCK)]
        installing.pip("Getting Python for Windows", *build, *place)
    return commands.module("bundle", "--finish", *asked)


def still_needed(needed, packages):
    """With which options pip fetches a list, none where nothing of it is left: what fits every computer came
    with an earlier list, and is struck off."""
    lines = needed.read_text(encoding="utf-8").splitlines()
    there = [environment.fingerprint(path) for path in packages.glob("*-none-any.whl")]
    left = [line for line in lines[1:] if not any(digest in line for digest in there)]
    needed.write_text("\n".join([*lines[:1], *left, ""]), encoding="utf-8")
    return lines[0].lstrip("# ").split() if left else []


def site(arguments):
    """A site of static files: pip fetches what it is built of, and the module builds it."""
    parser = argparse.ArgumentParser(prog="start.py site", allow_abbrev=False)
    parser.add_argument("folder", nargs="?", default=ROOT / "site", help="where to (site if not given)")
    parser.add_argument("--pyodide", metavar="FOLDER", default=ROOT / "pyodide", help="its release")
    parser.add_argument("--fetch", action="store_true", help="get the packages, and build nothing")
    chosen = parser.parse_args(arguments)
    environment.prepare()
    there = SITE_PACKAGES / "complete"  # written last
    if not there.is_file() or there.read_text(encoding="utf-8") != environment.fingerprint(SITE_LOCK):
        wanted = [*DOWNLOAD, *FOR_A_BROWSER, "-d", str(SITE_PACKAGES), "-r", str(SITE_LOCK)]
        installing.pip("Getting what the site is built of", *wanted)
        there.write_text(environment.fingerprint(SITE_LOCK), encoding="utf-8")
    if chosen.fetch:
        return 0
    asked = ["--pyodide", str(absolute(chosen.pyodide)), "--packages", str(SITE_PACKAGES)]
    return commands.module("site", str(absolute(chosen.folder)), *asked)


def absolute(folder):
    """A folder as it was typed, from wherever that was."""
    return Path(folder).expanduser().absolute()
