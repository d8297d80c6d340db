"""What packaging/README.md tells the release person of signing."""

import re
import subprocess
from pathlib import Path

import pytest

from botilbud_desktop.domain.model import field_names
from windows_build.places import ROOT
from windows_build.signing import methods, settings
from windows_build.signing.methods import ALL, EACH, RESULT
from windows_build.signing.settings import read_signing

TEXT = (
    (ROOT / "packaging" / "README.md").read_text(encoding="utf-8").partition("\n## Signing\n")[2].partition("\n## ")[0]
)
EXAMPLES = re.findall(r"(?m)^    publisher = .*\n(?:(?:    .*)?\n)+", TEXT)


def test_the_examples_are_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNER_PASSWORD", "x")
    for name in ("roots.pem", "chain.pem", "module.so"):
        (tmp_path / name).write_text("x")
    read = []
    for number, text in enumerate(EXAMPLES):
        path = tmp_path / f"{number}.toml"
        path.write_text(text.replace("/usr/lib/token/", ""), encoding="utf-8")
        read.append(read_signing(path, lambda _question: "4711"))
    assert [type(signing.method) for signing in read] == [methods.Token, methods.Command]
    assert isinstance(read[1].method, methods.Command)
    assert read[1].method.secret is not None


def test_each_setting_is_told() -> None:
    names = {name for kind in (settings.Settings, settings.Token, settings.Command) for name in field_names(kind)}
    told = {name for line in TEXT.splitlines() if line.startswith("| `") for name in re.findall("`(.*?)`", line)}
    assert names - {"token", "command"} <= told
    assert {EACH, ALL, RESULT} <= told
    assert f"{settings.Command(words=()).seconds} if it is left out" in TEXT


def test_the_test_certificate_is_made_by_what_is_told(tmp_path: Path) -> None:
    commands = TEXT.partition("    openssl req")[2].partition("    python3")[0]
    script = ["bash", "-ec", f"openssl req{commands}"]
    subprocess.run(script, cwd=tmp_path, check=True, capture_output=True, timeout=60)
    settings.key_in_a_file(tmp_path / "test.pfx", tmp_path / "password")
