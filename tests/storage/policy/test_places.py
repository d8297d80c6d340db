"""Where policies are found: the registry of Windows, played by a module of the test, and the file of other systems."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import pytest

from botilbud_desktop.storage.paths import POLICY_KEY, _is_key, has_policies, machine_policy_files
from botilbud_desktop.storage.policy.here import decided_here
from botilbud_desktop.storage.policy.policy_file import LARGEST, found_in_files
from botilbud_desktop.storage.policy.registry import found_in_registry
from botilbud_desktop.storage.user.settings import NOTHING_DECIDED

TEXT, NUMBER = 1, 4


class FakeKey:
    """A key that is closed once."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = values
        self.is_open = True

    def Close(self) -> None:  # noqa: N802
        self.is_open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.Close()


class FakeRegistry:
    """The module `winreg` with the values of two hives; an exception in place of values is raised at opening."""

    HKEY_LOCAL_MACHINE, HKEY_CURRENT_USER = "machine", "user"

    def __init__(
        self, machine: Mapping[str, object] | OSError | None, user: Mapping[str, object] | OSError | None = None
    ) -> None:
        self._hives = {"machine": machine, "user": user}
        self.opened: list[FakeKey] = []

    def OpenKey(self, hive: str, name: str) -> FakeKey:  # noqa: N802
        assert name == POLICY_KEY == r"Software\Policies\Botilbud Desktop"
        values = self._hives[hive]
        if isinstance(values, OSError):
            raise values
        if values is None:
            raise FileNotFoundError
        self.opened.append(FakeKey(values))
        return self.opened[-1]

    def QueryValueEx(self, key: FakeKey, name: str) -> tuple[object, int]:  # noqa: N802
        assert key.is_open
        if name not in key.values:
            raise FileNotFoundError
        value = key.values[name]
        if isinstance(value, Exception):
            raise value
        return value, TEXT if isinstance(value, str) else NUMBER


def test_absent_keys_are_nothing() -> None:
    registry = FakeRegistry(None, None)
    assert found_in_registry(registry) == ({}, {})
    assert not any(_is_key(registry, hive) for hive in ("machine", "user"))


def test_the_machines_values_come_first_and_every_key_is_closed() -> None:
    registry = FakeRegistry({"Theme": "dark", "Other": "x"}, {"KeepVersions": 0})
    assert found_in_registry(registry) == ({"Theme": "dark"}, {"KeepVersions": 0})
    assert _is_key(registry, "machine")
    assert not any(key.is_open for key in registry.opened)


@pytest.mark.parametrize("error", [PermissionError(13, "no"), OSError(22, "bad")])
def test_a_key_that_may_not_be_read_is_told(error: OSError) -> None:
    registry = FakeRegistry(error, {"Theme": "dark"})
    assert _is_key(registry, "machine")
    assert found_in_registry(registry) == (None, {"Theme": "dark"})


@pytest.mark.parametrize("error", [PermissionError(13, "no"), UnicodeDecodeError("utf-16", b"", 0, 1, "bad")])
def test_a_value_that_cannot_be_read_is_told(error: Exception) -> None:
    registry = FakeRegistry({"Theme": error})
    assert found_in_registry(registry) == (None, {})
    assert not registry.opened[0].is_open


def put(folder: Path, content: object) -> Path:
    path = folder / "Botilbud Desktop" / "policies.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return path


on_other_systems = pytest.mark.skipif(sys.platform == "win32", reason="Windows has its registry")


@on_other_systems
def test_the_file_lies_in_a_folder_of_the_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("XDG_CONFIG_DIRS", raising=False)
    if sys.platform.startswith("linux"):
        assert machine_policy_files() == (Path("/etc/xdg/Botilbud Desktop/policies.json"),)
    monkeypatch.setenv("XDG_CONFIG_DIRS", f"{tmp_path / 'a'}:{tmp_path / 'b'}")
    assert decided_here() is NOTHING_DECIDED
    put(tmp_path / "b", {"Theme": "dark"})
    assert has_policies()
    assert dict(decided_here().values) == {"theme": "dark"}
    put(tmp_path / "a", {"KeepVersions": False})
    assert dict(decided_here().values) == {"keeps_versions": False}, "the first file counts, and it alone"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b'"dark"',
        b'{"Theme": "dark", "Theme": "light"}',
        b"\xff\xfe\x00",
        b'{"Theme": NaN}',
        b"[" * 10_000,
        b" " * (LARGEST + 1),
    ],
)
def test_a_broken_file_is_told_and_stays_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = put(tmp_path, content)
    assert found_in_files((tmp_path / "missing.json", path)) == (None,)
    assert path.read_bytes() == content
    assert [*path.parent.iterdir()] == [path]


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    assert found_in_files((tmp_path,)) == (None,)
    assert found_in_files((tmp_path / "missing.json",)) == ()


def test_values_of_any_type_come_out_of_the_file_as_they_are(tmp_path: Path) -> None:
    values: dict[str, Any] = {"Theme": ["dark"], "KeepVersions": None, "Ukendt": {"a": 1}}
    assert found_in_files((put(tmp_path, values),)) == (values,)
