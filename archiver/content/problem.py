"""What is wrong with a content file, as the error that says so."""

from archiver.errors import ContentError, Diagnostic


def problem(
    path: str, line: int | None, message: str, hint: str, code: str = "content-invalid"
) -> ContentError:
    """The error to raise."""
    return ContentError(Diagnostic(code=code, message=message, path=path, line=line, hint=hint))
