"""Why a file or a pasted text cannot be read as a document."""


class UnreadableSourceError(Exception):
    """A source that is not read: damaged, protected, without text, or too complicated."""

    def __init__(self, reason: str) -> None:
        """`reason` is a Danish clause without a full stop."""
        super().__init__(reason)
        self.reason = reason
