"""The operating system's reasons why a file cannot be read or written, as Danish clauses.

Sources: POSIX `errno`, and Microsoft's list of system error codes for Windows.
"""

import errno
from enum import Enum, auto

from botilbud_desktop.storage.files.path_calls import UnusablePathError

_ERROR_NAMES = errno.errorcode


class FileProblem(Enum):
    """The kinds of problem that a user can act on."""

    NO_SPACE = auto()
    NOT_ALLOWED = auto()
    GONE = auto()
    IN_USE = auto()
    NAME_TOO_LONG = auto()
    IS_A_FOLDER = auto()
    NAME_TAKEN = auto()
    """Something else has the name, such as a file where a folder should be."""
    NO_ANSWER = auto()
    """The drive did not answer in time."""
    NO_NETWORK = auto()
    """There is no way to the network drive, such as without VPN."""
    NOT_LOGGED_ON = auto()
    """The network drive does not accept who the user is logged on as."""
    TOO_MANY_USERS = auto()
    """The network drive has no room for one more."""
    NO_CLOUD = auto()
    """The file is in the cloud, and the program that fetches it does not do so."""
    BAD_NAME = auto()
    """The drive allows no file with that name."""
    UNUSABLE_PATH = auto()
    """No drive allows a file with that path."""
    LINKS_IN_A_CIRCLE = auto()
    OTHER = auto()


_BY_WINDOWS_CODE = {
    5: FileProblem.NOT_ALLOWED,  # ERROR_ACCESS_DENIED
    19: FileProblem.NOT_ALLOWED,  # ERROR_WRITE_PROTECT
    2: FileProblem.GONE,  # ERROR_FILE_NOT_FOUND
    3: FileProblem.GONE,  # ERROR_PATH_NOT_FOUND
    21: FileProblem.GONE,  # ERROR_NOT_READY
    53: FileProblem.GONE,  # ERROR_BAD_NETPATH
    15: FileProblem.GONE,  # ERROR_INVALID_DRIVE
    51: FileProblem.GONE,  # ERROR_REM_NOT_LIST
    55: FileProblem.GONE,  # ERROR_DEV_NOT_EXIST
    59: FileProblem.GONE,  # ERROR_UNEXP_NET_ERR
    64: FileProblem.GONE,  # ERROR_NETNAME_DELETED
    67: FileProblem.GONE,  # ERROR_BAD_NET_NAME
    1006: FileProblem.GONE,  # ERROR_FILE_INVALID: the volume was replaced
    1167: FileProblem.GONE,  # ERROR_DEVICE_NOT_CONNECTED
    1200: FileProblem.GONE,  # ERROR_BAD_DEVICE
    1203: FileProblem.GONE,  # ERROR_NO_NET_OR_BAD_PATH
    54: FileProblem.NO_ANSWER,  # ERROR_NETWORK_BUSY
    58: FileProblem.NO_ANSWER,  # ERROR_BAD_NET_RESP
    121: FileProblem.NO_ANSWER,  # ERROR_SEM_TIMEOUT
    258: FileProblem.NO_ANSWER,  # WAIT_TIMEOUT
    1460: FileProblem.NO_ANSWER,  # ERROR_TIMEOUT
    57: FileProblem.NO_NETWORK,  # ERROR_ADAP_HDW_ERR
    1201: FileProblem.NO_NETWORK,  # ERROR_CONNECTION_UNAVAIL
    1222: FileProblem.NO_NETWORK,  # ERROR_NO_NETWORK
    1225: FileProblem.NO_NETWORK,  # ERROR_CONNECTION_REFUSED
    1231: FileProblem.NO_NETWORK,  # ERROR_NETWORK_UNREACHABLE
    1232: FileProblem.NO_NETWORK,  # ERROR_HOST_UNREACHABLE
    1233: FileProblem.NO_NETWORK,  # ERROR_PROTOCOL_UNREACHABLE
    1234: FileProblem.NO_NETWORK,  # ERROR_PORT_UNREACHABLE
    1236: FileProblem.NO_NETWORK,  # ERROR_CONNECTION_ABORTED
    2250: FileProblem.NO_NETWORK,  # ERROR_NOT_CONNECTED
    86: FileProblem.NOT_LOGGED_ON,  # ERROR_INVALID_PASSWORD
    1219: FileProblem.NOT_LOGGED_ON,  # ERROR_SESSION_CREDENTIAL_CONFLICT
    1244: FileProblem.NOT_LOGGED_ON,  # ERROR_NOT_AUTHENTICATED
    1311: FileProblem.NOT_LOGGED_ON,  # ERROR_NO_LOGON_SERVERS
    1312: FileProblem.NOT_LOGGED_ON,  # ERROR_NO_SUCH_LOGON_SESSION
    1326: FileProblem.NOT_LOGGED_ON,  # ERROR_LOGON_FAILURE
    1327: FileProblem.NOT_LOGGED_ON,  # ERROR_ACCOUNT_RESTRICTION
    1328: FileProblem.NOT_LOGGED_ON,  # ERROR_INVALID_LOGON_HOURS
    1329: FileProblem.NOT_LOGGED_ON,  # ERROR_INVALID_WORKSTATION
    1330: FileProblem.NOT_LOGGED_ON,  # ERROR_PASSWORD_EXPIRED
    1331: FileProblem.NOT_LOGGED_ON,  # ERROR_ACCOUNT_DISABLED
    1396: FileProblem.NOT_LOGGED_ON,  # ERROR_WRONG_TARGET_NAME
    1907: FileProblem.NOT_LOGGED_ON,  # ERROR_PASSWORD_MUST_CHANGE
    1909: FileProblem.NOT_LOGGED_ON,  # ERROR_ACCOUNT_LOCKED_OUT
    65: FileProblem.NOT_ALLOWED,  # ERROR_NETWORK_ACCESS_DENIED
    68: FileProblem.TOO_MANY_USERS,  # ERROR_TOO_MANY_NAMES
    71: FileProblem.TOO_MANY_USERS,  # ERROR_REQ_NOT_ACCEP
    1130: FileProblem.TOO_MANY_USERS,  # ERROR_NOT_ENOUGH_SERVER_MEMORY
    362: FileProblem.NO_CLOUD,  # ERROR_CLOUD_FILE_PROVIDER_NOT_RUNNING
    386: FileProblem.NO_CLOUD,  # ERROR_CLOUD_FILE_AUTHENTICATION_FAILED
    388: FileProblem.NO_CLOUD,  # ERROR_CLOUD_FILE_NETWORK_UNAVAILABLE
    389: FileProblem.NO_CLOUD,  # ERROR_CLOUD_FILE_UNSUCCESSFUL
    393: FileProblem.NO_CLOUD,  # ERROR_CLOUD_FILE_REQUEST_ABORTED
    398: FileProblem.NO_CLOUD,  # ERROR_CLOUD_FILE_REQUEST_CANCELED
    404: FileProblem.NO_CLOUD,  # ERROR_CLOUD_FILE_PROVIDER_TERMINATED
    426: FileProblem.NO_CLOUD,  # ERROR_CLOUD_FILE_REQUEST_TIMEOUT
    391: FileProblem.IN_USE,  # ERROR_CLOUD_FILE_IN_USE
    395: FileProblem.NOT_ALLOWED,  # ERROR_CLOUD_FILE_ACCESS_DENIED
    381: FileProblem.NOT_ALLOWED,  # ERROR_CLOUD_FILE_READ_ONLY_VOLUME
    123: FileProblem.BAD_NAME,  # ERROR_INVALID_NAME
    161: FileProblem.BAD_NAME,  # ERROR_BAD_PATHNAME
    1921: FileProblem.LINKS_IN_A_CIRCLE,  # ERROR_CANT_RESOLVE_FILENAME
    32: FileProblem.IN_USE,  # ERROR_SHARING_VIOLATION
    33: FileProblem.IN_USE,  # ERROR_LOCK_VIOLATION
    1224: FileProblem.IN_USE,  # ERROR_USER_MAPPED_FILE
    39: FileProblem.NO_SPACE,  # ERROR_HANDLE_DISK_FULL
    112: FileProblem.NO_SPACE,  # ERROR_DISK_FULL
    1295: FileProblem.NO_SPACE,  # ERROR_DISK_QUOTA_EXCEEDED
    111: FileProblem.NAME_TOO_LONG,  # ERROR_BUFFER_OVERFLOW
    80: FileProblem.NAME_TAKEN,  # ERROR_FILE_EXISTS
    183: FileProblem.NAME_TAKEN,  # ERROR_ALREADY_EXISTS
    206: FileProblem.NAME_TOO_LONG,  # ERROR_FILENAME_EXCED_RANGE
}


def _known(*names: str, problem: FileProblem) -> dict[int, FileProblem]:
    """Returns the problem by those of the `errno` values that this system has."""
    return {getattr(errno, name): problem for name in names if hasattr(errno, name)}


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
    errno.EEXIST: FileProblem.NAME_TAKEN,
    errno.EISDIR: FileProblem.IS_A_FOLDER,
    errno.ELOOP: FileProblem.LINKS_IN_A_CIRCLE,
    **_known("ETIMEDOUT", problem=FileProblem.NO_ANSWER),
    **_known("ETXTBSY", problem=FileProblem.IN_USE),
    **_known("EKEYEXPIRED", "EKEYREJECTED", "EKEYREVOKED", "ENOKEY", problem=FileProblem.NOT_LOGGED_ON),
    **_known(
        "ENETDOWN",
        "ENETUNREACH",
        "EHOSTDOWN",
        "EHOSTUNREACH",
        "ENOTCONN",
        "ESHUTDOWN",
        "ECONNREFUSED",
        "ECONNRESET",
        "ECONNABORTED",
        problem=FileProblem.NO_NETWORK,
    ),
}

_EITHER = {
    FileProblem.NO_ANSWER: "drevet svarer ikke",
    FileProblem.NO_NETWORK: "der er ikke forbindelse til netværksdrevet",
    FileProblem.NOT_LOGGED_ON: "netværksdrevet godtager ikke dit login",
    FileProblem.TOO_MANY_USERS: "netværksdrevet har for mange brugere lige nu",
    FileProblem.NO_CLOUD: "OneDrive eller et lignende program kan ikke hente den lige nu",
    FileProblem.NAME_TAKEN: "der ligger noget andet med det navn",
    FileProblem.BAD_NAME: "navnet eller stien kan ikke bruges på drevet",
    FileProblem.UNUSABLE_PATH: "stien indeholder et tegn, der ikke kan bruges",
    FileProblem.LINKS_IN_A_CIRCLE: "stien går gennem en genvej, der ikke kan følges",
}
"""The clauses that are the same for reading and writing."""

_READING = {
    **_EITHER,
    FileProblem.NOT_ALLOWED: "du har ikke adgang til at læse den",
    FileProblem.GONE: "den findes ikke, eller drevet er ikke forbundet",
    FileProblem.IN_USE: "den er i brug af et andet program",
    FileProblem.NAME_TOO_LONG: "navnet eller stien er for lang",
    FileProblem.IS_A_FOLDER: "det er en mappe",
}

_SAVING = {
    **_EITHER,
    FileProblem.NO_CLOUD: "OneDrive eller et lignende program svarer ikke lige nu",
    FileProblem.NO_SPACE: "der er ikke mere plads på drevet",
    FileProblem.NOT_ALLOWED: "du har ikke adgang til at skrive i filen eller mappen",
    FileProblem.GONE: "mappen findes ikke, eller drevet er ikke forbundet",
    FileProblem.IN_USE: "den er i brug af et andet program",
    FileProblem.NAME_TOO_LONG: "navnet eller stien er for lang",
    FileProblem.IS_A_FOLDER: "der ligger en mappe med det navn",
}


def problem_of(error: OSError) -> FileProblem:
    """Returns the kind of problem of `error`; on Windows its own code is more exact than `errno`."""
    if isinstance(error, UnusablePathError):
        return FileProblem.UNUSABLE_PATH
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
