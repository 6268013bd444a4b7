"""A student who opens a lesson on a JupyterHub as a browser does: with cookies, forms and a websocket."""

import json
import re
import time
import uuid

import requests
import websocket

PATIENCE = 240  # seconds for one answer of a server
LESSON = "05_counting.ipynb"


class Student:
    """One student and their cookies. What was saved is in `sent`: {exercise: answer}."""

    def __init__(self, hub, name, password):
        self.hub, self.name, self.password = hub, name, password
        self.web = requests.Session()
        self.at = {}  # moments: {what happened: seconds since the start}
        self.sent, self.failed = {}, []
        self.kernel = self.line = None
        self.begun = time.monotonic()

    def mark(self, what):
        self.at.setdefault(what, time.monotonic() - self.begun)

    # --- The hub

    def log_in(self):
        """The form of the hub's first page."""
        form = self.web.get(f"{self.hub}/hub/login", timeout=PATIENCE)
        (token,) = re.findall(r'name="_xsrf" value="([^"]+)"', form.text)
        given = {"username": self.name, "password": self.password, "_xsrf": token}
        self.web.post(f"{self.hub}/hub/login", params={"next": "/hub/home"}, data=given, timeout=PATIENCE)
        self.mark("logged in")

    def start(self, patience=PATIENCE):
        """Ask for a server until it shows its first page."""
        until = time.monotonic() + patience
        while time.monotonic() < until:
            page = self.web.get(f"{self.hub}/hub/spawn/{self.name}", timeout=PATIENCE)
            if page.ok and f"/user/{self.name}/" in page.url and "/hub/" not in page.url.split("?")[0]:
                return self.mark("server")
            time.sleep(0.5)  # as the hub's page, which looks again
        raise TimeoutError(f"{self.name} got no server: {page.status_code} {page.url}")

    # --- The server

    def url(self, path, owner=None):
        return f"{self.hub}/user/{owner or self.name}/{path}"

    def ask(self, method, path, owner=None, **more):
        """A request as JupyterLab's page makes it."""
        found = [c.value for c in self.web.cookies if c.name == "_xsrf" and c.path == f"/user/{self.name}/"]
        headers = {"X-XSRFToken": found[0]} if found else {}
        return self.web.request(method, self.url(path, owner), headers=headers, timeout=PATIENCE, **more)

    def open_lesson(self):
        """The page, what it loads first, the notebook and a kernel. Gives the lines of the lesson."""
        page = self.ask("GET", f"doc/tree/{LESSON}")
        page.raise_for_status()
        for script in re.findall(r'<script[^>]+src="([^"]+)"', page.text):
            self.web.get(requests.compat.urljoin(page.url, script), timeout=PATIENCE)
        self.page = self.ask("GET", f"api/contents/{LESSON}").json()["content"]
        asked = {"path": LESSON, "name": LESSON, "type": "notebook", "kernel": {"name": "python3"}}
        told = self.ask("POST", "api/sessions", json=asked)
        told.raise_for_status()
        self.kernel = told.json()["kernel"]["id"]
        self.line = self.connected(self.kernel)
        self.mark("kernel")
        return ["".join(c["source"]) for c in self.page["cells"] if c["cell_type"] == "code"]

    def connected(self, kernel, owner=None):
        """The websocket to a kernel."""
        address = self.url(f"api/kernels/{kernel}/channels?session_id={uuid.uuid4().hex}", owner)
        cookies = self.web.prepare_request(requests.Request("GET", address)).headers.get("Cookie")
        plain = address.replace("http://", "ws://")
        return websocket.create_connection(plain, cookie=cookies, origin=self.hub, timeout=PATIENCE)

    def run(self, code):
        """Run a line and wait until the kernel is done with it. Gives what it printed or showed, as text."""
        number = uuid.uuid4().hex
        header = {"msg_id": number, "username": self.name, "session": self.name, "version": "5.3"}
        content = {
            "code": code, "silent": False, "store_history": True, "user_expressions": {},
            "allow_stdin": False, "stop_on_error": False,
        }  # fmt: skip
        message = {"header": {**header, "msg_type": "execute_request"}, "content": content}
        self.line.send(json.dumps({**message, "parent_header": {}, "metadata": {}, "channel": "shell"}))
        shown, reply, idle = [], None, False
        while not (reply and idle):
            got = self.line.recv()
            told = json.loads(got) if got else self.gone()
            if told["parent_header"].get("msg_id") != number:
                continue
            content = told["content"]
            if told["msg_type"] == "execute_reply":
                reply = content["status"]
            shown.append(content.get("text") or content.get("data", {}).get("text/plain", ""))
            idle = idle or content.get("execution_state") == "idle"
        if reply != "ok":
            self.failed.append(code)
        return "".join(shown)

    def leave(self):
        """Close the line: a browser answers the server's questions whether one is there, and we would not."""
        self.line.close()

    def come_back(self):
        self.line = self.connected(self.kernel)

    def gone(self):
        raise ConnectionError("The server has closed the line.")

    def answer(self, call, exercise, given):
        """Answer by a line of Python. What the kernel has confirmed counts as saved."""
        self.run(f'{call}("{exercise}", {given!r})')
        self.sent[exercise] = given
        self.mark("first answer")

    def change_a_line(self):
        """Change a line of the lesson, as its text asks, and save the page."""
        for cell in self.page["cells"]:
            if cell["source"] == 'find("*occup*")':
                cell["source"] = f'find("occup*")  # {self.name}'
        self.ask(
            "PUT", f"api/contents/{LESSON}", json={"type": "notebook", "content": self.page}
        ).raise_for_status()
