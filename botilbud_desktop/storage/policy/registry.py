"""The registry of Windows, where group policy and Intune put what is decided."""

from importlib import import_module
from typing import Any

from botilbud_desktop.storage.paths import POLICY_KEY
from botilbud_desktop.storage.policy.judging import Found
from botilbud_desktop.storage.policy.policies import POLICIES


def found_in_registry(registry: Any = None) -> tuple[Found, Found]:
    """Returns the values of the machine and those of the user, whatever their types are.

    A key that is there but cannot be read is None, and so is one with a value that cannot be.

    Args:
        registry: what stands for the module `winreg` of Windows, in tests.
    """
    own = registry or import_module("winreg")
    return _found(own, own.HKEY_LOCAL_MACHINE), _found(own, own.HKEY_CURRENT_USER)


def _found(registry: Any, hive: object) -> Found:
    found: dict[str, object] = {}
    try:
        with registry.OpenKey(hive, POLICY_KEY) as key:
            for policy in POLICIES:
                try:
                    found[policy.name] = registry.QueryValueEx(key, policy.name)[0]
                except FileNotFoundError:
                    continue
    except FileNotFoundError:
        return found
    except (OSError, ValueError):  # a text that is no UTF-16 is a ValueError
        return None
    return found
