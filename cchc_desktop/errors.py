"""The one kind of error that a person may see; every other exception is a bug."""


class UserFacingError(Exception):
    """Something that the person can understand and do something about, told in Vietnamese.

    ``message`` says what happened and what it means for the work, ``hint`` what to do now; both are whole
    sentences. Errors of libraries and of the system are translated into this one at the border, with ``from``.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else self.message
