"""Python's line is said in few places, which agree."""

import re
from pathlib import Path

import dev

ROOT = Path(dev.__file__).parent
NAMED = re.compile(r"python3\d\d|cp3\d\d|\"3\.1\d\"|\(3, 1\d\)")
CODE = ("*.py", "*.c", "*.yml", "*.toml")


def test_the_workflow_takes_the_line_that_developers_have() -> None:
    text = (ROOT / ".github" / "workflows" / "windows.yml").read_text(encoding="utf-8")
    assert re.findall(r"3\.\d+", text) == [dev.BEST]


def test_no_other_code_names_a_line() -> None:
    folders = [ROOT / name for name in ("botilbud_desktop", "packaging", "resources")]
    files = [path for folder in folders for kind in CODE for path in folder.rglob(kind)]
    found = [
        (path.name, line)
        for path in files
        if path.name != "python-support.toml"  # says how long each is kept up
        for line in path.read_text(encoding="utf-8").splitlines()
        if NAMED.search(line) and not re.match(r"\s*#|.*such as", line)
    ]
    assert found == []
