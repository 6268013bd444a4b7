"""A second browser for tests: Debian's Firefox, driven by WebDriver BiDi, which needs no driver beside it."""

import itertools
import json
import subprocess
import time

from . import lab, sites

SETTINGS = {  # nobody is asked but this computer
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
}


class Firefox:
    """One tab of a Firefox with a profile of its own."""

    def __init__(self, program, profile):
        from websocket import create_connection

        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in SETTINGS.items()]
        (profile / "user.js").write_text("\n".join(lines))
        port = lab.free_port()
        command = [program, "--headless", "--no-remote", "--profile", str(profile)]
        self.process = subprocess.Popen(
            [*command, "--remote-debugging-port", str(port)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.numbers, until = itertools.count(1), time.time() + lab.PATIENCE
        while True:
            try:
                self.socket = create_connection(
                    f"ws://127.0.0.1:{port}/session", timeout=sites.PATIENCE / 1000, suppress_origin=True
                )
                break
            except OSError:
                if time.time() > until:
                    raise
                time.sleep(0.2)
        self.ask(
            "session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": {"default": "accept"}}}
        )
        self.tab = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def ask(self, method, **given):
        """One command, and its result."""
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": given}))
        while True:
            told = json.loads(self.socket.recv())
            if told.get("id") == number:
                assert told["type"] == "success", told
                return told["result"]

    def goto(self, address):
        self.ask("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def evaluate(self, function, *given):
        """What a function of JavaScript gives, for what can be written as JSON."""
        call = f"async () => JSON.stringify(await ({function})(...{json.dumps(given)}) ?? null)"
        found = self.ask(
            "script.callFunction",
            functionDeclaration=call,
            awaitPromise=True,
            target={"context": self.tab},
        )
        assert found["type"] == "success", found
        return json.loads(found["result"]["value"])

    def wait_for(self, function, *given):
        """Wait until a function gives something that is true."""
        until = time.time() + 2 * sites.PATIENCE / 1000
        while not (found := self.evaluate(function, *given)):
            assert time.time() < until, function
            time.sleep(0.2)
        return found

    def close(self):
        self.socket.close()
        self.process.terminate()
        self.process.wait(20)
