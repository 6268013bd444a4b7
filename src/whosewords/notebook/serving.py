"""The server of the lessons: it shows the copies of whoever sits here and nothing else, and answers at once.

The server's configuration in `start.py` names these classes.
"""

import os

from jupyter_server.services.contents.largefilemanager import AsyncLargeFileManager
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection
from traitlets import default

from ..classroom import desk
from ..classroom.pseudonym import sit_down, taken


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
    """The files that a browser sees: the folder with the copies of whoever sits here now. When another name is
    taken, the same address shows the copies of that person."""

    person = None

    @default("root_dir")
    def _first_root(self):
        if os.environ.get("WHOSEWORDS_NEW"):  # a new class: nobody sits here yet
            sit_down("")
            desk.put_all_back("")
        return str(self.turn_to(taken()))

    def turn_to(self, person):
        """Lay out a person's copies, and start kernels where they lie. Returns the folder."""
        here = desk.lay_out(person).absolute()
        self.person = person
        if self.parent:
            self.parent.root_dir = str(here)
            self.parent.kernel_manager.root_dir = str(here)
        return here

    def _get_os_path(self, path):
        # Every request comes by here, and the smallest file says who sits here.
        if self.person is not None and (now := taken()) != self.person:
            self.root_dir = str(self.turn_to(now))
        return super()._get_os_path(path)
