"""The server of the lessons sends what a kernel answers at once.

By itself a small packet waits until the one before it was received (Nagle's rule), and whoever receives says
so late, after up to 40 ms. Whoever types in the sentence lab would see each change that much later. The
server's configuration in `start.py` names this class.
"""

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection


class AtOnce(ZMQChannelsWebsocketConnection):
    """JupyterLab's connection between a browser and a kernel, without waiting."""

    def connect(self):
        """Open the connection."""
        self.websocket_handler.set_nodelay(True)
        return super().connect()
