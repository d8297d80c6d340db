"""The settings for signing, and the secrets that they name: nothing incomplete is begun with, no secret is shown."""

from getpass import GetPassWarning
from pathlib import Path

import pytest

from tests.packaging_windows.signing.authority import PUBLISHER
from tests.packaging_windows.signing.settings import write_secret
from windows_build.errors import BuildError
from windows_build.signing import secret
from windows_build.signing.methods import Command, Token
from windows_build.signing.secret import read_secret
from windows_build.signing.settings import key_in_a_file, read_signing

HEAD = f'publisher = "{PUBLISHER}"\nroots = "roots.pem"\ntimestamp = "http://stamps.invalid"\n'
TOKEN = '[token]\nmodule = "module.so"\nkey = "pkcs11:token=x"\ncertificates = "chain.pem"\npin = "file:pin"\n'
COMMAND = '[command]\nwords = ["sign", "{files}"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files that the settings name."""
    for name in ("roots.pem", "module.so", "chain.pem"):
        (tmp_path / name).write_text("x")
    write_secret(tmp_path / "pin", "4711")
    return tmp_path


def written(folder: Path, text: str) -> Path:
    (folder / "signing.toml").write_text(text, encoding="utf-8")
    return folder / "signing.toml"


def test_paths_are_relative_to_the_settings(folder: Path) -> None:
    method, expected = read_signing(written(folder, HEAD + TOKEN))
    assert isinstance(method, Token)
    assert (method.module, method.certificates) == (folder / "module.so", folder / "chain.pem")
    assert (method.timestamp, method.pin.data) == ("http://stamps.invalid", b"4711")
    assert expected == (PUBLISHER, folder / "roots.pem", True)


def test_a_command_may_have_a_service_of_its_own(folder: Path) -> None:
    method, expected = read_signing(written(folder, HEAD.replace("http://stamps.invalid", "") + COMMAND))
    assert isinstance(method, Command)
    assert method == (("sign", "{files}"), 600, None, "")
    assert expected.timestamped


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD, r"either \[token\] or \[command\]"),
        (HEAD + TOKEN + COMMAND, r"either \[token\] or \[command\]"),
        (HEAD.replace(PUBLISHER, " ") + COMMAND, "publisher must be"),
        (HEAD.replace("roots.pem", "none.pem") + COMMAND, r"'none\.pem' is not there"),
        (HEAD.replace("roots.pem", "") + COMMAND, "'' is not there"),
        (HEAD.replace("http:", "ftp:") + COMMAND, "timestamp must be the http address"),
        (HEAD.replace("http://stamps.invalid", "") + TOKEN, "timestamp is missing"),
        (HEAD + TOKEN.replace("module.so", "none.so"), r"'none\.so' is not there"),
        (HEAD + TOKEN.replace("chain.pem", "none.pem"), r"'none\.pem' is not there"),
        (HEAD + TOKEN.replace("pkcs11:token=x", "x"), "must be a PKCS#11 URI"),
        (HEAD + TOKEN.replace("token=x", "token=x?pin-value=4711"), "must not hold the PIN"),
        (HEAD + TOKEN.replace("token=x", "token=x?pin-source=file:pin"), "must not hold the PIN"),
        (HEAD + TOKEN.replace("file:pin", "4711"), "ask, file:PATH or variable:NAME, never itself"),
        (HEAD + COMMAND.replace("{files}", "x"), "either {file} .* or {files}"),
        (HEAD + "[command]\nwords = []\n", "either {file} .* or {files}"),
        (HEAD + COMMAND.replace('"{files}"', '"{file}", "{files}"'), "either {file} .* or {files}"),
        (HEAD + COMMAND.replace("{files}", "-in={files}"), "either {file} .* or {files}"),
        (HEAD + COMMAND.replace('"{files}"', '"{files}", "-x={files}"'), "word of its own"),
        (HEAD + COMMAND.replace('"{files}"', '"{files}", "{signed}"'), "does not go with {signed}"),
        (HEAD + COMMAND.replace('"sign"', '"{password}"'), "nothing is known of {password}"),
        (HEAD + COMMAND.replace('"sign"', '"{"'), "'{' in words"),
        (HEAD.replace("http://stamps.invalid", "") + COMMAND.replace('"sign"', '"{timestamp}"'), "is missing"),
        (HEAD + COMMAND + "seconds = 0\n", "seconds must be more than 0"),
        (HEAD + COMMAND + "password = 'x'\n", r"command\.password"),
        ("publisher = ", "is no TOML file"),
    ],
)
def test_what_is_wrong_in_the_settings_is_told(text: str, said: str, folder: Path) -> None:
    with pytest.raises(BuildError, match=said) as wrong:
        read_signing(written(folder, text))
    assert "4711" not in str(wrong.value)


def test_settings_that_are_not_there_are_told(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"none\.toml cannot be read"):
        read_signing(tmp_path / "none.toml")


def test_a_secret_that_others_can_read_is_refused(folder: Path) -> None:
    (folder / "pin").chmod(0o640)
    with pytest.raises(BuildError, match=r"others can read .*pin with the PIN: chmod 600"):
        read_signing(written(folder, HEAD + TOKEN))


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("file:none", r"none with the PIN is not there"),
        ("file:empty", r"there is no PIN in file:empty"),
        ("variable:NOT_SET", r"there is no PIN in variable:NOT_SET"),
        ("ask", r"there is no PIN$"),
    ],
)
def test_a_secret_that_is_not_there_is_told(where: str, said: str, tmp_path: Path) -> None:
    write_secret(tmp_path / "empty", "")
    with pytest.raises(BuildError, match=said):
        read_secret(where, tmp_path, "PIN", ask=str.strip if where != "ask" else lambda _question: "")


def test_a_secret_is_the_first_line_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "pin").write_bytes("æ 47 \r\nnote\n".encode())
    (tmp_path / "pin").chmod(0o600)
    assert read_secret("file:pin", tmp_path, "PIN").data == "æ 47 ".encode()


def test_a_key_in_a_file_must_be_there_with_its_password(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"key\.pfx is not there"):
        key_in_a_file(tmp_path / "key.pfx", tmp_path / "password")
    (tmp_path / "key.pfx").write_text("x")
    with pytest.raises(BuildError, match=r"password with the password is not there"):
        key_in_a_file(tmp_path / "key.pfx", tmp_path / "password")


@pytest.mark.parametrize("refusal", [EOFError(), GetPassWarning("Can not control echo on the terminal.")])
def test_without_a_terminal_nothing_is_asked(refusal: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_question: str) -> str:
        raise refusal

    monkeypatch.setattr(secret, "getpass", refused)
    with pytest.raises(BuildError, match=r"PIN: there is no terminal to ask at"):
        read_secret("ask", Path(), "PIN")
