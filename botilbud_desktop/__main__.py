"""The entry point: opens the window, or runs a command when the first word is a command word.

Modules are imported only when needed, since the start time of the window is a requirement; the command line never
loads Qt.

Exit codes: 0 success · 1 the command's negative result · 2 a wrong command line or a file that cannot be read or
written · 70 an unexpected error · 130 stopped with Ctrl+C · 141 the output pipe is closed.
"""

import argparse
import io
import os
import sys
from contextlib import suppress

from botilbud_desktop import __version__

_USAGE, _OWN_ERROR, _INTERRUPTED, _PIPE_CLOSED = 2, 70, 130, 141
_DRAFT = ".botilbud"
_OF_SPELLING = 3
"""Words of the command line with which the window starts the process that knows the spelling."""
_SEE_HELP = "Se kommandoerne med »botilbud-desktop --help«"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_FOREIGN_QT_FOLDERS = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")


def main(argv: list[str] | None = None) -> int:
    """Runs the program with `argv` (default: the process's own, without the program's name); returns the exit code."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if sys.platform == "win32":
        from botilbud_desktop.code_archive import read_code_archives

        read_code_archives()
    _clean_environment()
    _prepare_streams()
    exit_code = _exit_code(arguments)
    _discard_unwritable_output()
    return exit_code


def _exit_code(arguments: list[str]) -> int:
    """Starts the window or a command, and returns the exit code.

    This is one of the two boundaries where every `Exception` is caught; the other is the event loop. Expected errors,
    such as a damaged file or a full disk, are caught by their own class where they occur.
    """
    options = _Options()
    try:
        return _start(arguments, options)
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        return _PIPE_CLOSED
    except Exception as error:
        _report_error(error, debug=options.debug)
        return _OWN_ERROR


def _report_error(error: Exception, *, debug: bool) -> None:
    """Reports an unexpected error: one sentence, and a traceback only with `--debug`."""
    if not debug:
        _tell(
            "Der skete en fejl i programmet. Kør det igen med --debug for at få en teknisk rapport til it-afdelingen."
        )
        return
    import traceback

    _tell("Der skete en fejl i programmet. Her er den tekniske rapport:")
    _tell("".join(traceback.format_exception(error)).rstrip())


class _Options(argparse.Namespace):
    """The options without a value that were given before `--`."""

    help = False
    version = False
    debug = False
    quit_when_ready = False


def _read_options(words: list[str], options: _Options, *names: tuple[str, ...]) -> list[str]:
    """Reads the options of these names, and returns the remaining words."""
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    for each in names:
        parser.add_argument(*each, action="store_true")
    end = _end_of_options(words)
    _, rest = parser.parse_known_args(words[:end], options)
    return rest + words[end:]


def _end_of_options(words: list[str]) -> int:
    return words.index("--") if "--" in words else len(words)


def _start(arguments: list[str], options: _Options) -> int:
    try:
        words = _read_options(arguments, options, ("--help", "-h"), ("--version",), ("--debug",))
        from botilbud_desktop.cli.commands import COMMANDS, help_text

        if options.help:
            return _say(help_text())
        if options.version:
            return _say(f"Botilbud Desktop {__version__}")
        if len(words) == _OF_SPELLING and words[0] == "spelling":
            return _serve_spelling(words[1], words[2])
        if not words or words[0] not in COMMANDS:
            return _open_window(_read_options(words, options, ("--quit-when-ready",)), options)
    except argparse.ArgumentError as error:
        return _refuse(f"Programmet kender ikke »{error.argument_name}« med en værdi: {_SEE_HELP}.")
    from botilbud_desktop.cli.run import run

    return run(words[0], words[1:])


def _open_window(words: list[str], options: _Options) -> int:
    end = _end_of_options(words)
    unknown = next((word for word in words[:end] if word.startswith("-")), None)
    if unknown is not None:
        return _refuse(f"Programmet kender ikke »{_shown(unknown)}«: {_SEE_HELP}.")
    files = words[:end] + words[end + 1 :]
    if files and end == len(words) and not _is_file(files[0]):
        return _refuse(
            f"Programmet kender ikke kommandoen »{_shown(files[0])}«, og her er ingen fil af det navn: {_SEE_HELP}."
        )
    if len(files) > 1:
        return _refuse("Vinduet åbner én fil ad gangen, men der er angivet flere.")
    return _show_window(files[0] if files else None, quit_when_ready=options.quit_when_ready, debug=options.debug)


def _serve_spelling(own: str, placed: str) -> int:
    """Answers the window's questions about spelling on the standard streams, until it closes them."""
    from pathlib import Path

    from botilbud_desktop.storage.paths import resources_folder
    from botilbud_desktop.storage.spelling.list_paths import ListPaths
    from botilbud_desktop.storage.spelling.serving import serve

    return serve(resources_folder(), ListPaths(Path(own), Path(placed)), sys.stdin.buffer, sys.stdout.buffer)


def _show_window(file: str | None, *, quit_when_ready: bool, debug: bool) -> int:
    """Leaves the folder that the program was started in (Explorer: the document's folder), and shows the window."""
    from pathlib import Path

    from botilbud_desktop.storage.files.path_calls import absolute_from_here

    try:
        path = None if file is None else absolute_from_here(Path(file))
    except OSError:
        return _refuse("Mappen, som programmet er startet i, findes ikke længere.")
    with suppress(OSError):  # on failure the folder only stays in use while the window is open
        os.chdir(sys.prefix)
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in _SCREENS):
        return _refuse("Her er ingen skærm at vise vinduet på. Brug kommandoerne i stedet (»--help« viser dem).")
    import gc

    gc.disable()  # there is hardly any garbage before the window is shown; collecting takes a tenth of the start time
    from botilbud_desktop.storage.errors import RefusedFileError
    from botilbud_desktop.ui.app import run_window

    try:
        return run_window(path, quit_when_ready=quit_when_ready, debug=debug)
    except RefusedFileError as error:
        return _refuse(str(error))


def _is_file(word: str) -> bool:
    """Whether `word` is meant as a file: such a file exists, or the word looks like a path or a draft."""
    separators = (os.sep, os.altsep) if os.altsep else (os.sep,)
    return (
        any(separator in word for separator in separators)
        or word.lower().endswith(_DRAFT)
        or (word != "" and os.path.lexists(word))
    )


def _clean_environment() -> None:
    """Removes variables that load other programs' Qt plugins or reportlab settings; disables pydantic's plugins."""
    for name in list(os.environ):
        upper = name.upper()
        is_qml = upper.startswith("QML") and upper.endswith("_IMPORT_PATH")
        if upper in _FOREIGN_QT_FOLDERS or is_qml or upper.startswith("RL_"):
            del os.environ[name]
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


class _NullStream(io.TextIOWrapper):
    """The output of a program that was started without a console, so that Windows gave it no streams."""


def _prepare_streams() -> None:
    """Sets the output to UTF-8, whatever the locale or code page is, and replaces the missing streams of a window."""
    if sys.stdout is None:
        sys.stdout = _null_stream()
    if sys.stderr is None:
        sys.stderr = _null_stream()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _null_stream() -> io.TextIOWrapper:
    return _NullStream(open(os.devnull, "wb"), encoding="utf-8")  # noqa: PTH123 - open for as long as the program


def _shown(argument: str) -> str:
    from botilbud_desktop.storage.files.printable import printable

    return printable(argument)


def _refuse(sentence: str) -> int:
    _tell(sentence)
    if isinstance(sys.stderr, _NullStream) and sys.platform == "win32":
        _show(sentence)
    return _USAGE


def _show(sentence: str) -> None:
    """Shows the sentence in a message box of Windows, after a start by double click; Qt is not loaded."""
    import ctypes

    flags = 0x10 | 0x10000  # the error icon, in front of other windows
    ctypes.windll.user32.MessageBoxW(None, sentence, "Botilbud Desktop", flags)  # type: ignore[attr-defined,unused-ignore]


def _say(text: str) -> int:
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError:
        return _refuse("Svaret kunne ikke skrives.")
    return 0


def _tell(text: str) -> None:
    with suppress(OSError):  # there is no other output
        sys.stderr.write(text + "\n")
        sys.stderr.flush()


def _discard_unwritable_output() -> None:
    """Discards unwritable output: Python would write it again at exit, report an error and change the exit code."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            with suppress(OSError):  # the stream may have no file
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    sys.exit(main())
