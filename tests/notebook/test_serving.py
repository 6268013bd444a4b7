"""The server sends at once what a kernel answers."""

from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from whosewords.notebook.serving import AtOnce


class Handler:
    def __init__(self):
        self.nodelay = None

    def set_nodelay(self, value):
        self.nodelay = value


def test_the_socket_waits_for_nothing_before_it_is_opened(monkeypatch):
    handler, opened = Handler(), []
    monkeypatch.setattr(
        ZMQChannelsWebsocketConnection, "connect", lambda self: opened.append(handler.nodelay) or "future"
    )
    connection = AtOnce.__new__(AtOnce)
    monkeypatch.setattr(AtOnce, "websocket_handler", handler)
    assert connection.connect() == "future" and opened == [True]
