"""New ids for drafts and projects."""


def new_id() -> str:
    """A random UUID, as a draft file writes it."""
    from uuid import uuid4

    return str(uuid4())
