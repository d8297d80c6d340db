"""The installed program's code on Windows: archives that are read once, when the program starts, and no more.

Python opens an archive anew for each module in it, twice, which takes a fifth of the start. And an upgrade may exchange
the archive while the program runs: what is loaded after that would be another version's code, or none.
"""

import marshal
import os
import struct
import sys
import zlib
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from importlib.util import MAGIC_NUMBER, spec_from_file_location
from types import CodeType, ModuleType

_NAMES = ("lib.zip", "python313.zip")
_END, _ENTRY, _LOCAL = struct.Struct("<4s4H2LH"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s5H3L2H")
_DEFLATED = 8
_HEADER = 16
"""Bytes of a compiled module before its code."""


class CodeArchive:
    """Finds and loads the modules of one archive, the content of which is kept in memory."""

    def __init__(self, path: str) -> None:
        """Read the archive at `path`.

        Raises:
            OSError: it cannot be read.
            struct.error: it is no archive.
        """
        self._path = path
        with open(path, "rb") as file:  # noqa: PTH123 - nothing is loaded for it
            self._data = file.read()
        self._offsets = _offsets(self._data)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        """As `importlib.abc.MetaPathFinder` has it."""
        start = fullname.replace(".", "/")
        package = f"{start}/__init__.pyc"
        name = package if package in self._offsets else f"{start}.pyc"
        if name not in self._offsets:
            return None
        folder = [self._place(start)] if name == package else None
        return spec_from_file_location(
            fullname,
            self._place(name),
            loader=self,  # type: ignore[arg-type] # typeshed still wants load_module, which Python does not call
            submodule_search_locations=folder,
        )

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """An ordinary module."""
        return None

    def exec_module(self, module: ModuleType) -> None:
        """Run the module's code."""
        exec(self.get_code(module.__name__), module.__dict__)

    def get_code(self, fullname: str) -> CodeType:
        """The code of a module, for `python -m` too.

        Raises:
            ImportError: it is not here, or of another Python.
        """
        spec = self.find_spec(fullname)
        if spec is None or spec.origin is None:
            raise ImportError(f"no module {fullname}", name=fullname)
        compiled = self.get_data(spec.origin)
        if not compiled.startswith(MAGIC_NUMBER):
            raise ImportError(f"{fullname} was compiled for another Python", name=fullname)
        code = marshal.loads(memoryview(compiled)[_HEADER:])
        assert isinstance(code, CodeType)
        return code

    def get_data(self, path: str) -> bytes:
        """What lies at a path below the archive's.

        Raises:
            OSError: nothing lies there.
        """
        name = path.removeprefix(self._path).lstrip("\\/").replace("\\", "/")
        if name not in self._offsets:
            raise FileNotFoundError(path)
        entry = _LOCAL.unpack_from(self._data, self._offsets[name][0])
        method, size = self._offsets[name][1:]
        start = self._offsets[name][0] + _LOCAL.size + entry[9] + entry[10]
        stored = self._data[start : start + size]
        return zlib.decompress(stored, -zlib.MAX_WBITS) if method == _DEFLATED else stored

    def is_package(self, fullname: str) -> bool:
        """Whether it has modules below it."""
        return f"{fullname.replace('.', '/')}/__init__.pyc" in self._offsets

    def _place(self, name: str) -> str:
        return os.path.join(self._path, *name.split("/"))  # noqa: PTH118 - nothing is loaded for it


def read_code_archives() -> None:
    """Let the archives on the path be read once. What is no archive, or cannot be read, is left to Python."""
    if any(isinstance(finder, CodeArchive) for finder in sys.meta_path):
        return
    for place in reversed(sys.path):
        if os.path.basename(place) in _NAMES:  # noqa: PTH119 - nothing is loaded for it
            try:
                archive = CodeArchive(place)
            except (OSError, struct.error):
                continue
            sys.meta_path.insert(0, archive)


def _offsets(data: bytes) -> dict[str, tuple[int, int, int]]:
    """Where each file begins in an archive without a comment, how it is compressed, and its size there."""
    end = _END.unpack_from(data, len(data) - _END.size)
    offsets: dict[str, tuple[int, int, int]] = {}
    at = end[6]
    for _ in range(end[4]):
        entry = _ENTRY.unpack_from(data, at)
        name_at = at + _ENTRY.size
        name = data[name_at : name_at + entry[10]].decode("utf-8")
        offsets[name] = (entry[16], entry[4], entry[8])
        at = name_at + entry[10] + entry[11] + entry[12]
    return offsets
