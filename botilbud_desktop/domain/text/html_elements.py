"""What the reader of pasted HTML knows of its elements: which begin a line, which are not seen, which end others."""

_WITHOUT_END = (
    "area base basefont bgsound br col command embed frame hr image img input keygen link meta param source track wbr"
)
_ON_OWN_LINES = (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup "
    "option p plaintext pre search section select summary table tbody tfoot thead tr ul xmp"
)

VOID = frozenset(_WITHOUT_END.split())
"""Elements without an end."""
BLOCKS = frozenset(_ON_OWN_LINES.split())
"""Elements that stand on lines of their own."""
KEPT_AS_TYPED = frozenset({"pre", "listing", "xmp", "plaintext", "textarea"})
"""Elements in which spaces and line breaks are text."""
NEVER_SEEN = frozenset({"template", "noscript", "datalist", "audio", "video", "canvas", "rp"})
"""Elements whose content is seen by nobody who reads the page."""
PICTURES = frozenset({"img", "image", "embed"})
"""Elements that show what has no text."""

_ENDED: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"table"})),
    "th": (frozenset({"td", "th"}), frozenset({"table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
_P = (frozenset({"p"}), frozenset({"table", "td", "th", "button", "object"}))
_NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())


def ended_by(tag: str) -> tuple[frozenset[str], frozenset[str]]:
    """Returns the elements that `tag` ends when they are open, and the elements beyond which it ends none."""
    return _ENDED.get(tag) or (_P if tag in BLOCKS else _NOTHING)
