"""Imports the installed program's code on Windows from archives that are read once, when the program starts.

Python opens an archive twice for each module in it, which takes a fifth of the start time. And an upgrade may replace
the archive while the program runs: modules loaded after that would be another version's, or missing.
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

_NAMES = ("lib.zip", f"python{sys.version_info.major}{sys.version_info.minor}.zip")
_END, _ENTRY, _LOCAL = struct.Struct("<4s4H2LH"), struct.Struct("<4s6H3L5H2L"), struct.Struct("<4s5H3L2H")
_DEFLATED = 8
_HEADER = 16
"""The number of bytes before the code in a compiled module."""


class CodeArchive:
    """Finds and loads the modules of one archive, whose content is kept in memory."""

    def __init__(self, path: str) -> None:
        """Reads the archive at `path`.

        Raises:
            OSError: the file cannot be read.
            struct.error: the file is no archive.
        """
        self._path = path
        with open(path, "rb") as file:  # noqa: PTH123 - pathlib is not loaded for this
            self._data = file.read()
        self._offsets = _offsets(self._data)

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None, /
    ) -> ModuleSpec | None:
        """Implements `importlib.abc.MetaPathFinder.find_spec`."""
        start = fullname.replace(".", "/")
        package = f"{start}/__init__.pyc"
        name = package if package in self._offsets else f"{start}.pyc"
        if name not in self._offsets:
            return None
        folder = [self._path_of(start)] if name == package else None
        return spec_from_file_location(
            fullname,
            self._path_of(name),
            loader=self,  # type: ignore[arg-type] # typeshed still wants load_module, which Python does not call
            submodule_search_locations=folder,
        )

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Returns None: Python makes an ordinary module."""
        return None

    def exec_module(self, module: ModuleType) -> None:
        """Runs the module's code."""
        exec(self.get_code(module.__name__), module.__dict__)

    def get_code(self, fullname: str) -> CodeType:
        """Returns the code of a module, also for `python -m`.

        Raises:
            ImportError: the module is not in the archive, or was compiled for another Python.
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
        """Returns the content of the file at a path below the archive's.

        Raises:
            OSError: there is no such file.
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
        """Whether the module is a package."""
        return f"{fullname.replace('.', '/')}/__init__.pyc" in self._offsets

    def _path_of(self, name: str) -> str:
        return os.path.join(self._path, *name.split("/"))  # noqa: PTH118 - pathlib is not loaded for this


def read_code_archives() -> None:
    """Installs a `CodeArchive` for each archive on `sys.path`. Unreadable files and non-archives are left to Python."""
    if any(isinstance(finder, CodeArchive) for finder in sys.meta_path):
        return
    for path in reversed(sys.path):
        if os.path.basename(path) in _NAMES:  # noqa: PTH119 - pathlib is not loaded for this
            try:
                archive = CodeArchive(path)
            except (OSError, struct.error):
                continue
            sys.meta_path.insert(0, archive)


def _offsets(data: bytes) -> dict[str, tuple[int, int, int]]:
    """Returns the offset, compression method and compressed size of each file in an archive without a comment."""
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
