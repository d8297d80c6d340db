"""Makes a release: the version and the changelog in a commit of their own, and from that commit what is handed out."""

import datetime
from pathlib import Path

from windows_build.build import Wanted, build, say
from windows_build.changelog import released
from windows_build.errors import BuildError
from windows_build.moment import uncommitted
from windows_build.places import ROOT
from windows_build.program import checked_version, with_version
from windows_build.tools import run

CHANGELOG = "CHANGELOG.md"
VERSION = "botilbud_desktop/__init__.py"
DIST = "dist"


def release(wanted: Wanted, version: str, day: datetime.date, root: Path = ROOT) -> None:
    """Release the checkout as this version, into `dist`.

    Raises:
        BuildError: something stands in the way. Before the commit nothing is changed by then; after it, the same
            command goes on from there.
    """
    checked_version(version)
    prepare(version, day, root)
    packages = build(wanted)
    folder = root / DIST
    folder.mkdir(exist_ok=True)
    for name, data in packages.items():
        (folder / name).write_bytes(data)
    if wanted.python is None:
        say("this is the stand-in Python of python.txt: give a current one with --python for what is handed out")
    if wanted.signature is None:
        say("nothing is signed: give --certificate and --password-file for what is handed out")
    say(f"{folder} has it; tag the commit with: git tag -a v{version} -m {version}")


def prepare(version: str, day: datetime.date, root: Path) -> None:
    """Commit version and changelog, where they do not say so already.

    Raises:
        BuildError: the tree has other changes, or the changelog has nothing to say.
    """
    changed = uncommitted(root)
    if changed:
        raise BuildError("a release is made of what is committed, but this is not:\n" + "\n".join(changed[:20]))
    changelog, source = root / CHANGELOG, root / VERSION
    texts = {path: path.read_text(encoding="utf-8") for path in (changelog, source)}
    wanted = {changelog: released(texts[changelog], version, day), source: with_version(texts[source], version)}
    if wanted == texts:
        return
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    run(["git", "commit", "--quiet", "-m", f"Release {version}", "--", CHANGELOG, VERSION], cwd=root)
