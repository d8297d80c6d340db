"""Each error of the system that a drive is known to give is told in Danish: by its number, whatever the system."""

import errno

import pytest

from botilbud_desktop.storage.files.os_errors import reading_problem, saving_problem

NO_NETWORK = "der er ikke forbindelse til netværksdrevet"
NOT_LOGGED_ON = "netværksdrevet godtager ikke dit login"


@pytest.mark.parametrize(
    ("name", "clause"),
    [
        ("ENETDOWN", NO_NETWORK),
        ("ENETUNREACH", NO_NETWORK),
        ("EHOSTDOWN", NO_NETWORK),
        ("EHOSTUNREACH", NO_NETWORK),
        ("ENOTCONN", NO_NETWORK),
        ("ESHUTDOWN", NO_NETWORK),
        ("ECONNREFUSED", NO_NETWORK),
        ("ECONNRESET", NO_NETWORK),
        ("ECONNABORTED", NO_NETWORK),
        ("EKEYEXPIRED", NOT_LOGGED_ON),
        ("EKEYREJECTED", NOT_LOGGED_ON),
        ("EKEYREVOKED", NOT_LOGGED_ON),
        ("ENOKEY", NOT_LOGGED_ON),
        ("ETIMEDOUT", "drevet svarer ikke"),
        ("EEXIST", "der ligger noget andet med det navn"),
    ],
)
def test_errors_of_network_drives_have_clauses_of_their_own(name: str, clause: str) -> None:
    code = getattr(errno, name, None)
    if code is None:
        pytest.skip(f"this system has no {name}")
    assert reading_problem(OSError(code, "")) == clause
    assert saving_problem(OSError(code, "")) == clause


def test_a_program_that_runs_is_in_use() -> None:
    if not hasattr(errno, "ETXTBSY"):
        pytest.skip("this system has no ETXTBSY")
    assert "i brug af et andet program" in reading_problem(OSError(errno.ETXTBSY, ""))
