"""The notices of what Qt contains, made for the version that is delivered."""

import textwrap
from pathlib import Path

from windows_build.materials.bundled import Found
from windows_build.places import WINDOWS

FILE = "licenser/Qt-third-party.txt"
TEXTS = WINDOWS / "licences" / "Qt-licence-texts.txt"
_HEAD = """Third-party code in the delivered Qt {version} libraries
{line}

Qt is delivered under the GNU Lesser General Public License, version 3; its sources are at
{address}

Its libraries contain the following code of others. The wheels of PySide6 carry no list of it. This one is from the
lists in Qt's sources and from Debian's record of Qt 6.4. A version stands here only where the delivered file itself
says it. "By its makers' lists" means that nothing in the file shows the part; such a part may be missing there, and
one that is newer than those lists may be missing here. The texts of Imlib2, X11, HPND and LCS/Telegraphics are those
that Debian records for the same code. Qt's documentation has the list of each version under
"Third-Party Code Used in Qt".
"""


def qt_notices(version: str, address: str, found: list[Found], texts: Path = TEXTS) -> bytes:
    """The notices, with the licence texts at the end."""
    title = f"Third-party code in the delivered Qt {version} libraries"
    head = _HEAD.format(version=version, address=address, line="=" * len(title))
    entries = [_entry(one) for one in found if one.what.part_of == "Qt"]
    whole = "\n".join([head, *entries, texts.read_text(encoding="utf-8")])
    return whole.replace("\n", "\r\n").encode()


def _entry(found: Found) -> str:
    what, file = found.what, found.file.rpartition("/")[2]
    known = "" if found.version or what.shown else ", by its makers' lists"
    lines = [" ".join(text for text in (what.name, found.version, f"({file}{known})") if text)]
    lines += textwrap.wrap(f"Licence: {what.licence}", 110, initial_indent="    ")
    if what.text:
        lines.append(f"    Text below: {', '.join(what.text)}")
    if what.address:
        lines.append(f"    Address: {what.address}")
    lines += [f"    {'Copyright:' if number == 0 else ' ' * 10} {who}" for number, who in enumerate(what.copyright)]
    return "\n".join(lines) + "\n"
