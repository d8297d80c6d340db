"""What a parser of typed text raises when it cannot tell what the user means."""


class NotUnderstoodError(ValueError):
    """Typed text that cannot be read as what its field asks for.

    `message` is plain Danish for the user and says what to write.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
