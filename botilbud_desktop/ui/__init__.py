"""The window, its pages and widgets. Only this package uses Qt.

PySide6 replaces Python's `__import__`: its version reads the source of every module that is imported from then on, to
see whether the module asks for a `__feature__` of PySide6. No module here does, and the reading costs 4 MB and a
twentieth of the start. So Python's own `__import__` is restored once PySide6 is loaded.
"""

import builtins
from importlib import import_module

_import = builtins.__import__
import_module("PySide6.QtCore")
builtins.__import__ = _import
