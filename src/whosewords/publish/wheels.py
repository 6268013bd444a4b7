"""Which packages each system needs, read off the lock, and whether a folder of wheels holds them all.

pip decides by its own computer what a lock asks for, so for another system the lock is read here.
"""

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from packaging import tags
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

from ..problems import Problem, arrived

# Of these Pythons the first and a late version: a few packages differ between them.
PYTHONS = {python: (f"{python}.0", f"{python}.99") for python in ("3.11", "3.12", "3.13", "3.14")}
GLIBC = (28, 27, 26, 24, 17, 12, 5)
OLD_NAMES = ("manylinux2014", "manylinux2010", "manylinux1")


class Computer(NamedTuple):
    """One kind of computer: how it names itself in a lock, and which wheels it takes, the best first."""

    system: str
    machine: str
    platforms: tuple

    def told(self, full_version):
        """What the conditions of a lock ask of this computer with that Python."""
        named = {"win32": ("nt", "Windows"), "darwin": ("posix", "Darwin"), "linux": ("posix", "Linux")}
        os_name, platform_system = named[self.system]
        return {
            "sys_platform": self.system, "os_name": os_name, "platform_system": platform_system,
            "platform_machine": self.machine, "platform_release": "", "platform_version": "", "extra": "",
            "python_full_version": full_version, "python_version": _short(full_version),
            "implementation_name": "cpython", "platform_python_implementation": "CPython",
            "implementation_version": full_version,
        }  # fmt: skip


def _linux(machine):
    names = [f"manylinux_2_{glibc}" for glibc in GLIBC]
    return Computer("linux", machine, tuple(f"{name}_{machine}" for name in (*names, *OLD_NAMES)))


def _mac(machine):
    return Computer("darwin", machine, tuple(tags.mac_platforms((11, 0), machine)))


COMPUTERS = {
    "windows": (Computer("win32", "AMD64", ("win_amd64",)),),
    "macos": (_mac("arm64"), _mac("x86_64")),
    "linux": (_linux("x86_64"),),
    "linux-arm": (_linux("aarch64"),),
}


class Wanted(NamedTuple):
    """What one kind of computer needs with one Python: lines of a lock, as pip reads them."""

    name: str
    computer: Computer
    full_version: str
    lines: tuple

    def text(self):
        """As a file for `pip download`; its first line says with which options."""
        options = " ".join(f"--platform {one}" for one in self.computer.platforms)
        return "\n".join([f"# {options} --python-version {self.full_version}", *self.lines, ""])


def chosen(text, known):
    """The names in a text such as "windows,linux", each once. known: all that there are.

    >>> chosen("3.13, 3.11", PYTHONS)
    ['3.13', '3.11']
    """
    names = [name for piece in text.split(",") if (name := piece.strip().lower())]
    if not names or (strange := [name for name in names if name not in known]):
        said = f"“{arrived(strange[0])}” is not known here" if names else "Nothing was named"
        raise Problem(f"{said}: name one or more of {', '.join(known)}, with commas between them.")
    return list(dict.fromkeys(names))


def wanted(lock, systems, pythons):
    """All that is to be fetched for these systems and Pythons. lock: the text of a lock file.

    >>> lock = "a==1 ; os_name == 'nt'\\n    --hash=sha256:00\\nb==2\\n    --hash=sha256:11\\n"
    >>> [(one.name, one.lines) for one in wanted(lock, ["linux"], ["3.13"])]
    [('linux x86_64, Python 3.13', ('b==2 --hash=sha256:11',))]
    """
    found = []
    for system in systems:
        for computer in COMPUTERS[system]:
            for python in pythons:
                first, late = PYTHONS[python]
                lines, before = (_lines(lock, computer.told(full)) for full in (late, first))
                name = f"{system} {computer.machine}, Python {python}"
                found.append(Wanted(name, computer, late, lines))
                if early := tuple(line for line in before if line not in lines):
                    found.append(Wanted(f"{name}, early", computer, first, early))
    return found


def _lines(lock, told):
    """The lines of a lock that a computer needs, each without its condition."""
    lines = []
    for entry in re.findall(r"^[\w.-]+==.*?(?=^\S|\Z)", lock, re.MULTILINE | re.DOTALL):
        asked, *hashes = (piece.strip() for piece in entry.replace("\\\n", "\n").strip().split("\n"))
        one = Requirement(asked)
        if one.marker is None or one.marker.evaluate(told):
            lines.append(" ".join([f"{one.name}{one.specifier}", *hashes]))
    return tuple(lines)


def missing(folder, everything):
    """What a folder of wheels lacks: sentences, none where all is there and is what the lock names.

    folder: its path. everything: a list of `Wanted`.
    """
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in Path(folder).glob("*.whl")}
    wheels = [(*parse_wheel_filename(name), digest) for name, digest in there.items()]
    for one in everything:
        fits = _tags(one)
        for line in one.lines:
            asked, *hashes = line.split()
            name, _, version = asked.partition("==")
            if not any(
                wheel == canonicalize_name(name)
                and str(number) == version
                and fits & its
                and f"--hash=sha256:{digest}" in hashes
                for wheel, number, _, its, digest in wheels
            ):
                yield f"{asked} for {one.name}"


def _tags(one):
    version = tuple(map(int, _short(one.full_version).split(".")))
    platforms = list(one.computer.platforms)
    interpreter = f"cp{version[0]}{version[1]}"
    own = tags.cpython_tags(version, platforms=platforms)
    return {*own, *tags.compatible_tags(version, interpreter, platforms)}


def _short(full_version):
    return full_version.rpartition(".")[0]
