"""What students of the bench's hub get of others, and beyond the copies of the lessons; what was lost."""

import contextlib
import json

import requests
import websocket
from scripted_student import LESSON, PATIENCE


def lost(student, folder):
    """Which answers are not in the student's file as they were given, and whether the changed line is."""
    home = folder / "homes" / student.name / "whosewords"
    try:
        entries = json.loads((home / "my_work.json").read_text(encoding="utf-8"))["entries"]
        page = (home / "lessons" / LESSON).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        return [str(error)]
    kept = {one: entry.get("value", entry.get("tries", [None])[-1]) for one, entry in entries.items()}
    missing = [one for one, given in student.sent.items() if kept.get(one) != given]
    return missing + (["the changed line"] if f"# {student.name}" not in page else [])


READ = (
    "", "lab", "api/contents", f"api/contents/{LESSON}", f"files/{LESSON}", f"nbconvert/html/{LESSON}",
    "api/kernels", "api/sessions", "whosewords/person",
)  # fmt: skip


def seen_of_another(one, other):
    """What a student gets of another's server, with a cookie, a token, or neither: sentences."""
    token = one.run("import os; print(os.environ['JUPYTERHUB_API_TOKEN'])").strip()
    for path in READ:
        if not one.ask("GET", path).ok:
            yield f"{path or '/'} is not even seen by its owner, so this shows nothing"
        address = one.url(path, other.name)
        ways = {
            "cookie": one.ask("GET", path, other.name),
            "token": requests.get(address, headers={"Authorization": f"token {token}"}, timeout=PATIENCE),
            "nothing": requests.get(address, timeout=PATIENCE),
        }
        for way, got in ways.items():
            # Whoever is nobody is led to the hub's form, which is a page, too.
            refused = got.status_code in (401, 403, 404) or (way != "cookie" and "/hub/login" in got.url)
            if not refused:
                yield f"{path or '/'} of another with {way}: {got.status_code} {got.url}"
    for what, asked in (("kernel", "POST api/kernels"), ("file", f"DELETE api/contents/{LESSON}")):
        method, _, path = asked.partition(" ")
        if one.ask(method, path, other.name).status_code not in (403, 404):
            yield f"a {what} of another was changed"
    with contextlib.suppress(websocket.WebSocketBadStatusException):
        one.connected(other.kernel, other.name).close()
        yield "the line to the kernel of another"


HANDLERS = ("api/contents/", "files/", "nbconvert/html/", "nbconvert/script/", "doc/tree/", "lab/tree/")
OUTSIDE = (
    "keys.toml", "lessons/teacher/keys.toml", "lessons/teacher/quick_start.md", "src", "my_work.json",
    "etc/passwd",
)  # fmt: skip
UPWARDS = ("", "..%2f", "%2e%2e/", "..%2f..%2f", "..%2f..%2f..%2f..%2f..%2f", "%2f")


def seen_outside(student):
    """What a student's browser gets of their own server beyond the copies of the lessons: sentences."""
    for handler in HANDLERS:
        if not student.ask("GET", f"{handler}{LESSON}").ok:
            yield f"{handler} shows not even a lesson, so this shows nothing"
        for way in UPWARDS:
            for path in OUTSIDE:
                address = f"{student.url(handler)}{way}{path}"
                request = student.web.prepare_request(requests.Request("GET", address))
                request.url = address  # as it stands: a client would take the dots away
                got = student.web.send(request, timeout=PATIENCE, allow_redirects=True)
                # JupyterLab's page is the same for any path; it then asks api/contents.
                if got.status_code < 400 and "jupyter-config-data" not in got.text:
                    yield f"{handler}{way}{path}: {got.status_code}"
    if (got := student.ask("POST", "api/terminals")).status_code < 400:
        yield f"a terminal: {got.status_code}"


def read_by_the_system(one, other, folder, installed):
    """What one student's kernel reads of another's folder and of what is for teachers: sentences."""
    places = [
        folder / "homes" / other.name / "whosewords/my_work.json",
        *(installed / "lessons").rglob("keys.toml"),
    ]
    for place in places:
        told = one.run(f"print(len(open({str(place)!r}).read()))")
        if told.strip().isdigit():
            yield f"{place.name} of another was read by a kernel" if other.name in str(place) else str(place)
