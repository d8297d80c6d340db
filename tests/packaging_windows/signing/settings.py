"""Settings files as a release person writes them."""

import json
from pathlib import Path

from tests.packaging_windows.signing.authority import PUBLISHER, Authority
from tests.packaging_windows.signing.token import MODULE, PIN, URI


def token_settings(folder: Path, authority: Authority, timestamp: str, **changes: str) -> Path:
    """Settings for the token, with the PIN in a file."""
    write_secret(folder / "pin", PIN)
    token = {"module": str(MODULE), "key": URI, "certificates": str(authority.chain), "pin": "file:pin"}
    return write(folder, authority, timestamp, {"token": {**token, **changes}})


def command_settings(
    folder: Path, authority: Authority, words: list[str], timestamp: str = "", **more: str | int
) -> Path:
    """Settings for a command."""
    return write(folder, authority, timestamp, {"command": {"words": words, **more}})


def write(folder: Path, authority: Authority, timestamp: str, parts: dict[str, dict[str, object]]) -> Path:
    """Settings with these parts."""
    path = folder / "signing.toml"
    lines = [f"publisher = {json.dumps(PUBLISHER)}", f"roots = {json.dumps(str(authority.root))}"]
    lines += [f"timestamp = {json.dumps(timestamp)}"]
    for name, values in parts.items():
        lines += [f"[{name}]", *(f"{key} = {json.dumps(value)}" for key, value in values.items())]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def write_secret(path: Path, text: str) -> None:
    """A file that only its owner reads."""
    path.write_text(f"{text}\n", encoding="utf-8")
    path.chmod(0o600)
