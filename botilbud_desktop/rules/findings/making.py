"""Short functions that make findings."""

from botilbud_desktop.rules.results import Finding, Severity


def error(code: str, field: str, message: str) -> Finding:
    """Returns a finding that blocks approval."""
    return Finding(code, Severity.ERROR, field, message)


def warning(code: str, field: str, message: str, detail: int | None = None) -> Finding:
    """Returns a finding to look at before approval."""
    return Finding(code, Severity.WARNING, field, message, detail)


def info(code: str, field: str, message: str) -> Finding:
    """Returns a finding worth knowing."""
    return Finding(code, Severity.INFO, field, message)
