"""Cuts a Python off from every network but this machine itself. Tests put this folder on PYTHONPATH.

Python imports a module of this name by itself when it starts, so each kernel and each program that a test
starts is cut off too. `tests/conftest.py` imports it for the test run.
"""

import sys

# What Python reports before it does it, and where the address stands in the report.
REACHES = {"socket.connect": 1, "socket.sendto": 1, "socket.sendmsg": 1}
ASKS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


class NetworkIsCut(OSError):
    """Something reached for the network during the tests. Whatever it was must work without."""


def inside(host):
    """Whether a host is this machine: "127.0.0.1" is, "example.org" is not."""
    import ipaddress
    import socket

    host = host.decode() if isinstance(host, bytes) else host
    if host in (None, "", "localhost", socket.gethostname()):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


def watch(event, arguments):
    """Python's audit hook: refuses what leads out of this machine."""
    host = None
    if event in ASKS:
        host = arguments[0]
    elif event in REACHES:
        # Other kinds of address, such as a path, lead to programs on this machine.
        address = arguments[REACHES[event]]
        host = address[0] if isinstance(address, tuple) and isinstance(address[0], (str, bytes)) else None
    if host is not None and not inside(host):
        raise NetworkIsCut(f"The tests run without a network, and something asked for {host!r}.")


sys.addaudithook(watch)
