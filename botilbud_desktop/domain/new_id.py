"""New ids for drafts and projects."""

from uuid import uuid4


def new_id() -> str:
    """A random UUID, as a draft file writes it."""
    return str(uuid4())
