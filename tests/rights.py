"""Looks for somebody else's text in a repository, in every way a file can be read as running text."""

import csv
import gzip
import html
import io
import json
import re
import subprocess
import tomllib
import unicodedata
import zipfile
from pathlib import Path

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
INVISIBLE = re.compile(r"[\u00ad\u200b-\u200d\u2060\ufeff]")
VALUE = re.compile(r"""["']?([\w-]+)["']?\s*[:=]\s*(?:"([^"]*)"|'([^']*)'|([^,}\]\n]+))""")
LEFT_OUT = {".git", ".venv", "my_work", "node_modules", "__pycache__"}
LARGEST = 20_000_000
FIELDS = 12  # a line with more of them is prose, not a row of a table


def words(text):
    """The words of a text as they are compared."""
    plain = unicodedata.normalize("NFKC", INVISIBLE.sub("", text))
    return [found.group().lower().replace("’", "'") for found in WORD.finditer(plain)]


def runs(listed, length):
    """All runs of so many words, each as a hash, which takes less room."""
    return {hash(tuple(listed[i : i + length])) for i in range(len(listed) - length + 1)}


def hits(text, name, guards):
    """The guarded runs of a text, in whichever way they stand there. guards: {length: hashes of runs}."""
    found, seen = {}, set()
    for reading in readings(text, name):
        listed = tuple(words(reading))
        if listed in seen:
            continue
        seen.add(listed)
        for length, guarded in guards.items():
            for i in range(len(listed) - length + 1):
                if hash(listed[i : i + length]) in guarded:
                    found[" ".join(listed[i : i + length])] = None
    return list(found)


def readings(text, name=""):
    """The text as it stands, without markup, and column by column or key by key where it is a table."""
    yield text
    yield re.sub(r"([^\W\d_])[-‐]\s*\n\s*([^\W\d_])", r"\1\2", text)  # words split at line ends
    unescaped = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    unescaped = unescaped.replace("\\n", "\n").replace("\\t", "\t").replace("\\", "")
    yield unescaped
    marked = html.unescape(html.unescape(unescaped))
    yield re.sub("<[^>]*>", " ", marked)
    yield re.sub("<[^>]*>", "", marked)
    yield from columns(text)
    yield from columns(re.sub("<[^>]*>", "", re.sub(r"</t[dh]>", "|", re.sub(r"\s*</tr>\s*", "\n", marked))))
    yield from by_key(text, name)


def columns(text):
    """Each column of a text that is a table, whatever parts its cells."""
    lines = text.splitlines()
    for mark in ",;\t|":
        table = [line for line in lines if mark in line]
        if len(table) > 5:
            yield from turned(csv.reader(io.StringIO("\n".join(table)), delimiter=mark))
    yield from turned(fields for fields in map(str.split, lines) if 1 < len(fields) <= FIELDS)


def turned(rows):
    """The columns of rows, each as one text."""
    try:
        rows = list(rows)
    except csv.Error:
        return
    for column in range(max(map(len, rows), default=0)):
        yield " ".join(row[column] for row in rows if len(row) > column)


def by_key(text, name):
    """The values of a JSON, TOML or YAML file: all in a row, and those of each key in a row."""
    kept = {}
    for document in parsed(text, name):
        walk(document, "", kept)
    if not kept and name.endswith((".yml", ".yaml", ".json", ".jsonl", ".ipynb", ".toml", ".cff")):
        for key, *values in VALUE.findall(text):
            kept.setdefault(key, []).extend(values)
    for values in kept.values():
        yield " ".join(values)


def parsed(text, name):
    """The documents in a file of data; none where it is not one or is damaged."""
    try:
        if name.endswith(".toml"):
            return [tomllib.loads(text)]
        if name.endswith(".jsonl"):
            return [json.loads(line) for line in text.splitlines() if line.strip()]
        if name.endswith((".json", ".ipynb")):
            return [json.loads(text)]
    except ValueError:
        pass
    return []


def walk(value, key, kept):
    """Collect the strings of nested data in `kept`, under their key and under "" for all of them."""
    if isinstance(value, dict):
        for inner, each in value.items():
            walk(each, inner, kept)
    elif isinstance(value, list):
        for each in value:
            walk(each, key, kept)
    elif isinstance(value, str):
        kept.setdefault("", []).append(value)
        kept.setdefault(key or "-", []).append(value)


def paths(repository):
    """The files that git tracks and new ones that it does not ignore; without git, all but leftovers."""
    command = ["git", "-C", str(repository), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
        found = [repository / name for name in listed if name]
    except (OSError, subprocess.CalledProcessError):
        found = [p for p in repository.rglob("*") if not LEFT_OUT & set(p.relative_to(repository).parts)]
    return sorted({path for path in found if path.is_file() and not path.is_symlink()})


def contents(path):
    """The texts in a file, each with a name: one for most, more for an archive, none for a picture."""
    raw = path.read_bytes()
    if raw.startswith(b"\x1f\x8b"):
        raw = gzip.decompress(raw)
    if raw.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for name in archive.namelist():
                yield name, archive.read(name).decode("utf-8", "replace")
        return
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield path.name, raw.decode("utf-16", "replace")
    elif b"\0" not in raw[:4096] and len(raw) <= LARGEST:
        yield path.name.removesuffix(".gz"), raw.decode("utf-8", "replace")


def search(repository, guards):
    """What is found: a list of (path in the repository, run). guards: {length: hashes of runs}."""
    repository = Path(repository)
    return [
        (path.relative_to(repository).as_posix(), run)
        for path in paths(repository)
        for name, text in contents(path)
        for run in hits(text, name, guards)
    ]
