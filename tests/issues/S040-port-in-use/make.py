"""Another program listens on the port, this one or one that does anyway."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def around() -> Iterator[None]:
    with socket.socket() as other:
        with suppress(OSError):
            other.bind(("127.0.0.1", 8765))
            other.listen()
        yield
