"""How far a draft as a whole was transferred to the web form."""

from enum import StrEnum


class TransferStage(StrEnum):
    """The stage of the transfer."""

    NOT_BEGUN = "not_begun"
    BEGUN = "begun"
    SENT_NOT_APPROVED = "sent_not_approved"
    """It is at the web site but does not count yet."""
    DONE = "done"
    """The last field and the last step of the closing list are done."""
