"""Hands this site out to browsers on this computer: python3 serve.py [PORT]. Ctrl+C stops it.

For a stick or a try. Whoever wants it for a class puts the folder on a web server.
"""

import functools
import http.server
import sys
import webbrowser
from pathlib import Path

HERE = Path(__file__).resolve().parent
KINDS = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".json": "application/json",
    ".wasm": "application/wasm",
}


class Files(http.server.SimpleHTTPRequestHandler):
    """Files with the kinds that a browser insists on, whatever this system calls them."""

    def guess_type(self, path):
        return KINDS.get(Path(path).suffix) or super().guess_type(path)

    def log_message(self, *told):
        """Say nothing of each file."""


def server(port=0, folder=HERE):
    """A server for this computer alone: without https, other computers could keep nothing."""
    return http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Files, directory=folder))


if __name__ == "__main__":
    with server(int(sys.argv[1]) if sys.argv[1:] else 8000) as serving:
        address = f"http://127.0.0.1:{serving.server_port}/"
        print(f"The lessons are at {address} as long as this window is open.")
        webbrowser.open(address)
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            print()
