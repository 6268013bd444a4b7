"""What all tests share: no network, and the browser."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from own_home import home  # noqa: F401
from own_shell import shell  # noqa: F401
from school import school  # noqa: F401

OFFLINE = Path(__file__).parent / "offline"
# Nothing listens there, so what obeys a proxy and is no Python gets nowhere either.
CLOSED_PROXY = "http://127.0.0.1:9"
PROXIES = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge")

# Without a sandbox, since the tests may run as root; the last one cuts the network.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=AutofillServerCommunication",  # it would ask what kinds of fields a page has
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)

collect_ignore = ["offline"]

# How often a test of any input tries: the same few in each run, or many new ones (--hypothesis-profile long).
EVER = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}
settings.register_profile("gate", max_examples=40, derandomize=True, **EVER)
settings.register_profile("long", max_examples=10_000, print_blob=True, **EVER)
settings.load_profile("gate")


def pytest_addoption(parser):
    """What takes longer than every run should."""
    parser.addoption("--all-lessons", action="store_true", help="the site: all lessons, not only two of them")
    parser.addoption("--firefox", action="store_true", help="the site and the pages in a second browser")


def pytest_collection_modifyitems(items):
    """Browser tests come last: Playwright leaves an event loop running, in which no other can be started."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture
def times():
    """times(few, many): the first number in a usual run, the second with --hypothesis-profile long."""
    return lambda few, many: many if settings.default.max_examples >= 10_000 else few


@pytest.fixture(scope="session", autouse=True)
def no_network():
    """Cuts this process, and every program that a test starts, off from the network."""
    sys.path.insert(0, str(OFFLINE))
    import sitecustomize

    # A system may have a module of that name, which Python has loaded already.
    if Path(sitecustomize.__file__).parent != OFFLINE:
        del sys.modules["sitecustomize"]
        import sitecustomize
    sys.path.remove(str(OFFLINE))
    path = os.pathsep.join(filter(None, [str(OFFLINE), os.environ.get("PYTHONPATH")]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", path)
        for name in PROXIES:
            patch.setenv(name, CLOSED_PROXY)
        for name in ("no_proxy", "NO_PROXY"):
            patch.setenv(name, "127.0.0.1,localhost,::1")
        yield


@pytest.fixture(scope="session")
def network_of_its_own():
    """Words to put before a command, so that the system itself gives it no network; skips where it may not.

    Stronger than `no_network`: it holds for programs in any language.
    """
    for rights in ([], ["--map-root-user"]):
        command = ["unshare", *rights, "--net", sys.executable, str(OFFLINE / "alone.py")]
        if (
            shutil.which("unshare")
            and subprocess.run([*command, "true"], capture_output=True).returncode == 0
        ):
            return command
    pytest.skip("This system does not let a test make a network of its own.")


@pytest.fixture(scope="session")
def chromium():
    """The path of a Chromium. Skips where there is none, but fails in CI, where .ci/run installs one."""
    found = os.environ.get("WHOSEWORDS_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found:
        return found
    missing = "There is no Chromium here; name one with WHOSEWORDS_CHROMIUM."
    return pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)


@pytest.fixture(scope="session")
def browser(chromium):
    """One browser for the whole run, without a network; Playwright starts only once at a time."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def free_port():
    """A port that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
