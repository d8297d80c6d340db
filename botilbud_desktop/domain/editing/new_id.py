"""New ids for drafts and projects."""


def new_id() -> str:
    """Returns a random UUID in the notation of the draft file."""
    from uuid import uuid4

    return str(uuid4())
