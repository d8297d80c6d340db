"""The operating system's reasons why a file cannot be read or written, as Danish clauses.

Sources: POSIX `errno`, and Microsoft's list of system error codes for Windows.
"""

import errno
from enum import Enum, auto

_ERROR_NAMES = errno.errorcode


class FileProblem(Enum):
    """The kinds of problem that a user can act on."""

    NO_SPACE = auto()
    NOT_ALLOWED = auto()
    GONE = auto()
    IN_USE = auto()
    NAME_TOO_LONG = auto()
    IS_A_FOLDER = auto()
    OTHER = auto()


_BY_WINDOWS_CODE = {
    5: FileProblem.NOT_ALLOWED,  # ERROR_ACCESS_DENIED
    19: FileProblem.NOT_ALLOWED,  # ERROR_WRITE_PROTECT
    2: FileProblem.GONE,  # ERROR_FILE_NOT_FOUND
    3: FileProblem.GONE,  # ERROR_PATH_NOT_FOUND
    21: FileProblem.GONE,  # ERROR_NOT_READY
    53: FileProblem.GONE,  # ERROR_BAD_NETPATH
    55: FileProblem.GONE,  # ERROR_DEV_NOT_EXIST
    59: FileProblem.GONE,  # ERROR_UNEXP_NET_ERR
    64: FileProblem.GONE,  # ERROR_NETNAME_DELETED
    67: FileProblem.GONE,  # ERROR_BAD_NET_NAME
    32: FileProblem.IN_USE,  # ERROR_SHARING_VIOLATION
    33: FileProblem.IN_USE,  # ERROR_LOCK_VIOLATION
    1224: FileProblem.IN_USE,  # ERROR_USER_MAPPED_FILE
    39: FileProblem.NO_SPACE,  # ERROR_HANDLE_DISK_FULL
    112: FileProblem.NO_SPACE,  # ERROR_DISK_FULL
    1295: FileProblem.NO_SPACE,  # ERROR_DISK_QUOTA_EXCEEDED
    206: FileProblem.NAME_TOO_LONG,  # ERROR_FILENAME_EXCED_RANGE
}

_BY_ERRNO = {
    errno.ENOSPC: FileProblem.NO_SPACE,
    errno.EDQUOT: FileProblem.NO_SPACE,
    errno.EFBIG: FileProblem.NO_SPACE,
    errno.EACCES: FileProblem.NOT_ALLOWED,
    errno.EPERM: FileProblem.NOT_ALLOWED,
    errno.EROFS: FileProblem.NOT_ALLOWED,
    errno.ENOENT: FileProblem.GONE,
    errno.ENOTDIR: FileProblem.GONE,
    errno.ENODEV: FileProblem.GONE,
    errno.ENXIO: FileProblem.GONE,
    errno.ESTALE: FileProblem.GONE,
    errno.EBUSY: FileProblem.IN_USE,
    errno.ENAMETOOLONG: FileProblem.NAME_TOO_LONG,
    errno.EISDIR: FileProblem.IS_A_FOLDER,
}

_READING = {
    FileProblem.NOT_ALLOWED: "du har ikke adgang til at læse den",
    FileProblem.GONE: "den findes ikke, eller drevet er ikke forbundet",
    FileProblem.IN_USE: "den er i brug af et andet program",
    FileProblem.NAME_TOO_LONG: "navnet eller stien er for lang",
    FileProblem.IS_A_FOLDER: "det er en mappe",
}

_SAVING = {
    FileProblem.NO_SPACE: "der er ikke mere plads på drevet",
    FileProblem.NOT_ALLOWED: "du har ikke adgang til at skrive i filen eller mappen",
    FileProblem.GONE: "mappen findes ikke længere, eller drevet er ikke forbundet",
    FileProblem.IN_USE: "den er i brug af et andet program",
    FileProblem.NAME_TOO_LONG: "navnet eller stien er for lang",
    FileProblem.IS_A_FOLDER: "der ligger en mappe med det navn",
}


def problem_of(error: OSError) -> FileProblem:
    """Returns the kind of problem of `error`; on Windows its own code is more exact than `errno`."""
    windows_code = getattr(error, "winerror", None)
    if windows_code in _BY_WINDOWS_CODE:
        return _BY_WINDOWS_CODE[windows_code]
    return _BY_ERRNO.get(error.errno or 0, FileProblem.OTHER)


def reading_problem(error: OSError) -> str:
    """Returns why a file cannot be read, as a Danish clause."""
    return _READING.get(problem_of(error), f"drevet meldte en fejl ({_code(error)})")


def saving_problem(error: OSError) -> str:
    """Returns why a file cannot be written, as a Danish clause."""
    return _SAVING.get(problem_of(error), f"drevet meldte en fejl ({_code(error)})")


def _code(error: OSError) -> str:
    windows_code = getattr(error, "winerror", None)
    if windows_code is not None:
        return f"Windows-fejl {windows_code}"
    return _ERROR_NAMES.get(error.errno or 0, "ukendt fejl")
