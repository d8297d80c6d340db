"""Makes a release: commits version and changelog, and builds the release files from that commit."""

import datetime
from pathlib import Path

from windows_build.addresses import check_addresses
from windows_build.build import Wanted, build, python_archive, say
from windows_build.changelog import released
from windows_build.contents import read_contents
from windows_build.errors import BuildError
from windows_build.moment import uncommitted
from windows_build.places import ROOT
from windows_build.product import read_product
from windows_build.program import checked_version, with_version
from windows_build.python_support import check_support, missing_fixes, read_support
from windows_build.tools import run

CHANGELOG = "CHANGELOG.md"
VERSION = "botilbud_desktop/__init__.py"
DIST = "dist"


def release(wanted: Wanted, version: str, day: datetime.date, root: Path = ROOT) -> None:
    """Releases the checkout as this version into `dist`.

    Raises:
        BuildError: the release is not possible. Before the commit nothing has been changed then; after it, the same
            command continues from there.
    """
    checked_version(version)
    check_addresses(read_product())
    archive, support = python_archive(wanted, read_contents()), read_support()
    check_support(archive, day, support)
    prepare(version, day, root)
    packages = build(wanted)
    folder = root / DIST
    folder.mkdir(exist_ok=True)
    for name, data in packages.items():
        (folder / name).write_bytes(data)
    for sentence in missing_fixes(archive, support):
        say(f"a security fix is missing: {sentence}")
    if wanted.signing is None:
        say("nothing is signed: give --signing for what is handed out")
    say(f"{folder} has it; tag the commit with: git tag -a v{version} -m {version}")


def prepare(version: str, day: datetime.date, root: Path) -> None:
    """Commits version and changelog, unless they are already up to date.

    Raises:
        BuildError: the tree has other changes, or the changelog has no text for the version.
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
