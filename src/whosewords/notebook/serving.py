"""The server of the lessons: it shows the copies of whoever sits here and nothing else, and answers at once.

The server's configuration in `starting/settings.py` names this module and its classes. What the page itself
does is in `labextension/`: it asks here who sits at this computer, and has copies put back.
"""

import json
import os
import stat
from contextlib import contextmanager
from io import StringIO
from pathlib import PurePosixPath
from threading import Thread

from jupyter_server.base.handlers import APIHandler
from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from jupyter_server.utils import url_path_join
from tornado.web import HTTPError, authenticated
from traitlets import default

from .. import files
from ..classroom import desk
from ..classroom.pseudonym import shared, taken
from ..classroom.settings import kept_for
from ..problems import Problem
from .saving import stripped


class AtOnce(ZMQChannelsWebsocketConnection):
    """JupyterLab's connection between a browser and a kernel, without waiting.

    By itself a small packet waits until the one before it was received (Nagle's rule), and whoever receives
    says so late, after up to 40 ms. Whoever types in the sentence lab would see each change that much later.
    """

    def connect(self):
        """Open the connection."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()


class Desk(AsyncLargeFileManager):
    """The files that a browser sees: the folder with the copies of whoever sits here now. When another name
    is taken, the same address shows the copies of that person."""

    person = None

    @default("root_dir")
    def _first_root(self):
        return str(self.turn_to(taken()))

    def turn_to(self, person):
        """Lay out a person's copies, and start kernels where they lie. Returns the folder."""
        here = desk.lay_out(person).absolute()
        self.person = person
        if self.parent:
            self.parent.root_dir = str(here)
            self.parent.kernel_manager.root_dir = str(here)
        return here

    @contextmanager
    def atomic_writing(self, os_path, *args, text=True, **options):
        """Write a lesson so that after any crash either the old or the new one is there, whole. (Jupyter's
        own way writes into the file itself, and is cut off where the program ends.)"""
        if not text:
            with super().atomic_writing(os_path, *args, text=text, **options) as file:
                yield file
            return
        made = StringIO()
        yield made
        try:
            files.write(os_path, made.getvalue())
        except Problem as problem:
            raise HTTPError(507, str(problem)) from None

    def _get_os_path(self, path):
        # Every request comes by here, and the smallest file says who sits here.
        if self.person is not None and (now := taken()) != self.person:
            self.root_dir = str(self.turn_to(now))
        return super()._get_os_path(path)


class Person(APIHandler):
    """Who sits here: GET gives {"person": name, "shared": whether a name has to be taken, "settings": how
    they want things shown}."""

    @authenticated
    def get(self):
        person = taken()
        alone = {"person": person, "shared": False, "settings": kept_for(person)}
        try:
            self.finish({**alone, "shared": shared()})
        except Problem:  # whoever runs a line is told
            self.finish(alone)


class PutBack(APIHandler):
    """Put copies of whoever sits here back: {"lesson": file name or "" for all, "cell": id or ""}. Gives the
    names of the earlier copies."""

    @authenticated
    def post(self):
        asked = self.get_json_body() or {}
        here = desk.lay_out()
        lesson = PurePosixPath(str(asked.get("lesson") or "")).name
        if lesson and lesson not in desk.shipped():
            raise HTTPError(404, "This is none of our lessons.")
        try:
            kept = (
                [desk.put_back(here / lesson, asked.get("cell") or None)]
                if lesson
                else desk.put_all_back(taken())
            )
        except Problem as problem:
            raise HTTPError(507, str(problem)) from None
        self.finish({"kept": [path.name for path in kept if path]})


class KeepAside(APIHandler):
    """Keep a page as it stands that will not be saved any more, among the earlier copies of its owner:
    {"lesson": file name, "page": notebook}."""

    @authenticated
    def post(self):
        asked = self.get_json_body() or {}
        page, lesson = asked.get("page"), PurePosixPath(str(asked.get("lesson") or "")).name
        if lesson not in desk.shipped() or not isinstance(page, dict):
            raise HTTPError(404, "This is none of our lessons.")
        owner = desk.belongs_to(page)
        try:
            nothing = owner is None or not desk.folder(owner).is_dir() or desk.untouched(page)
        except (KeyError, TypeError, AttributeError):
            raise HTTPError(400, "This is no notebook.") from None
        if nothing:
            return self.finish({"kept": []})
        kept = desk.keep_aside(desk.folder(owner) / lesson, json.dumps(stripped(page), ensure_ascii=False))
        return self.finish({"kept": [kept.name]})


def _jupyter_server_extension_points():
    return [{"module": __name__}]


def _load_jupyter_server_extension(server):
    """What Jupyter's server calls when it loads this module as its extension."""
    if stat.S_ISFIFO(os.fstat(0).st_mode):
        Thread(target=_stop_with, args=(server,), daemon=True).start()
    base = server.web_app.settings["base_url"]
    rooms = {"person": Person, "put-back": PutBack, "keep": KeepAside}
    server.web_app.add_handlers(
        ".*$", [(url_path_join(base, "whosewords", name), handler) for name, handler in rooms.items()]
    )


def _stop_with(server):
    """Stop the server when whoever started it ends, however that happens: the pipe from there is closed."""
    while os.read(0, 1):
        pass
    server.io_loop.add_callback(server.stop)
