"""Files, a pipe and a server that nothing may touch: whoever opens them or connects is seen, Qt's own code included.

Python's audit hook sees only Python. The kernel tells of each opening of a file in a watched folder (`inotify`).
"""

import ctypes
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_SEEN = 0x00000001 | 0x00000020  # IN_ACCESS, IN_OPEN
_NONBLOCK = 0o4000
_HEAD = struct.Struct("iIII")
_FILES = ("x.png", "x.css", "x.svg", "x.html", "x.js", "x.ttf")
PIPE = "pipe"


class Bait:
    """A folder with files and a pipe, and a server; `touched` tells what was opened, read or connected to."""

    def __init__(self, folder: Path, events: int, server: socket.socket) -> None:
        self.folder = folder
        self._events = events
        self._server = server

    def touched(self) -> list[str]:
        """Returns and forgets what was touched since the last call."""
        found: list[str] = []
        try:
            while data := os.read(self._events, 65_536):
                found += _names(data)
        except BlockingIOError:
            pass
        try:
            while True:
                connection, _ = self._server.accept()
                connection.close()
                found.append("connected")
        except BlockingIOError:
            return found

    def resources(self) -> tuple[str, ...]:
        """Returns the ways to name these files and this server, and some that lead nowhere.

        The first folder of the path plays a server: on this system `//tmp/x` and `file://tmp/x` are `/tmp/x`.
        """
        path = str(self.folder)
        port = self._server.getsockname()[1]
        backwards = path.replace("/", "\\")
        return (
            f"file://{path}/x.css",
            f"{path}/x.png",
            f"file:/{path}/x.css",
            f"file:{path}/x.svg",
            f"file://{path[1:]}/x.css",
            f"/{path}/x.css",
            f"\\{backwards}\\x.css",
            f"file:\\\\{backwards}\\x.png",
            f"file://localhost{path}/x.css",
            f"FILE://{path.replace('t', '%74')}/x.png",
            "x.css",
            f"../{self.folder.name}/x.png",
            f"file://{path}/{PIPE}",
            f"{path}/{PIPE}",
            f"http://127.0.0.1:{port}/x.css",
            f"//127.0.0.1:{port}/x.png",
            f"ftp://127.0.0.1:{port}/x",
            "\\\\server.example\\share\\x.css",
            "file://server.example/share/x.png",
            "/dev/zero",
            "file:///dev/zero",
            "qrc:/x.png",
            ":/x.png",
            "data:text/css,@import%20url(x.css)",
            "data:image/svg+xml,<svg><image href='x.png'/></svg>",
            "mhtml:x.mht!x.css",
            "cid:x.png",
            "C:\\x.css",
            "javascript:x",
        )


@contextmanager
def bait(folder: Path) -> Iterator[Bait]:
    """Lays out the files and starts the server; the block runs in the folder, so that relative names lead to them."""
    for name in _FILES:
        (folder / name).write_bytes(b"p { color: red }")
    os.mkfifo(folder / PIPE)
    pipe = os.open(folder / PIPE, os.O_RDWR | os.O_NONBLOCK)  # so that opening it does not wait; reading it does
    library = ctypes.CDLL(None, use_errno=True)
    events = library.inotify_init1(_NONBLOCK)
    before = Path.cwd()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.setblocking(False)
        os.chdir(folder)
        try:
            if events < 0 or library.inotify_add_watch(events, os.fsencode(folder), _SEEN) < 0:
                raise OSError(ctypes.get_errno(), "the kernel does not watch the folder")
            yield Bait(folder, events, server)
        finally:
            os.chdir(before)
            os.close(events)
            os.close(pipe)


def _names(data: bytes) -> Iterator[str]:
    position = 0
    while position < len(data):
        _, _, _, length = _HEAD.unpack_from(data, position)
        position += _HEAD.size
        yield os.fsdecode(data[position : position + length].rstrip(b"\0")) or "the folder"
        position += length
