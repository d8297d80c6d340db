"""Finds the content that two copies of a draft grew out of, among the contents that are at hand.

It is proven by the lineages in the files themselves, or there is none: then every difference has to be asked about.
"""

from collections.abc import Iterable

from botilbud_desktop.domain.application import FORMAT, FORMAT_VERSION
from botilbud_desktop.domain.lineage import Lineage, ancestor_among, newest_common
from botilbud_desktop.storage.draft.stored_lineage import FIRST_VERSION, proven_lineage
from botilbud_desktop.storage.errors import RefusedFileError
from botilbud_desktop.storage.json.header import version_of
from botilbud_desktop.storage.json.strict_json import parse_json_object


def common_ancestor(some: Lineage | None, other: Lineage | None, contents: Iterable[bytes]) -> bytes | None:
    """Returns the newest content that both grew out of; None when it is not proven or not among `contents`.

    Args:
        some: the lineage of the one copy; None when it has none.
        other: that of the other copy.
        contents: the bytes of draft files, in any order, each from anywhere. They may be damaged.
    """
    if some is None or other is None:
        return None
    saves = newest_common(some, other)
    if saves is None:
        return None
    newest = saves[-1].session.encode()
    found = {lineage: content for content in contents if newest in content and (lineage := lineage_of(content))}
    ancestor = ancestor_among(found, some, other)
    return None if ancestor is None else found[ancestor]


def lineage_of(content: bytes) -> Lineage | None:
    """Returns the proven lineage in the bytes of a draft file; None when there is none."""
    try:
        values = parse_json_object(content, "")
        version = version_of(values, "", format_name=FORMAT, newest=FORMAT_VERSION, kind="")
        return proven_lineage(values, "") if version >= FIRST_VERSION else None
    except RefusedFileError:
        return None
