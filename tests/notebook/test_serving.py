"""The server sends at once what a kernel answers, and shows the copies of whoever sits there."""

from types import SimpleNamespace

import pytest
from jupyter_server.services.kernels.connection.channels import ZMQChannelsWebsocketConnection

from whosewords import files
from whosewords.classroom import desk
from whosewords.classroom.pseudonym import sit_down
from whosewords.classroom.settings import chosen
from whosewords.notebook.serving import AtOnce, Desk, Person


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


def test_the_same_address_shows_the_copies_of_whoever_sits_there(home):
    seen = Desk()
    assert seen._get_os_path("start.ipynb") == str(home / "lessons" / "start.ipynb")
    sit_down("blue-7")
    assert seen._get_os_path("start.ipynb") == str(home / "lessons_blue-7" / "start.ipynb")
    assert sorted(path.name for path in (home / "lessons_blue-7").iterdir()) == sorted(desk.shipped())


def test_kernels_start_where_the_copies_lie(home):
    seen = Desk()
    seen._trait_values["parent"] = SimpleNamespace(root_dir="", kernel_manager=SimpleNamespace(root_dir=""))
    seen.turn_to("blue-7")
    assert seen.parent.root_dir == seen.parent.kernel_manager.root_dir == str(home / "lessons_blue-7")


@pytest.mark.parametrize(
    "path", ["../my_work.json", "../../lessons/teacher/keys.toml", "../lessons/start.ipynb"]
)
def test_nothing_beside_the_copies_can_be_asked_for(home, path):
    from tornado.web import HTTPError

    sit_down("blue-7")
    with pytest.raises(HTTPError):
        Desk()._get_os_path(path)


def test_a_save_that_is_cut_off_leaves_the_lesson_whole(home, monkeypatch):
    copy = desk.lay_out("") / "start.ipynb"
    before = copy.read_bytes()
    with pytest.raises(KeyboardInterrupt), Desk().atomic_writing(str(copy), encoding="utf-8") as file:
        file.write("{ half")
        raise KeyboardInterrupt
    assert copy.read_bytes() == before
    with Desk().atomic_writing(str(copy), encoding="utf-8") as file:
        file.write("{}")
    assert copy.read_text() == "{}"


def test_a_full_disk_is_told_to_the_page(home, monkeypatch):
    from tornado.web import HTTPError

    copy = desk.lay_out("") / "start.ipynb"

    def full(path, text):
        raise files.CannotSave("The disk is full.")

    monkeypatch.setattr(files, "write", full)
    with pytest.raises(HTTPError, match="The disk is full"), Desk().atomic_writing(str(copy)) as file:
        file.write("{}")


@pytest.mark.parametrize(
    ("settings", "told"), [("shared = true", True), ("shared = false", False), ("shared", False)]
)
def test_a_page_is_told_whether_a_name_has_to_be_taken(home, tmp_path, monkeypatch, settings, told):
    monkeypatch.setattr(files, "CHECKOUT", tmp_path)
    (tmp_path / "settings.toml").write_text(settings)
    said = []
    Person.get.__wrapped__(SimpleNamespace(finish=said.append))
    assert said == [{"person": "", "shared": told, "settings": chosen({})}]
