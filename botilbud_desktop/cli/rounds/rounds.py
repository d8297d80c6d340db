"""`rounds [--check FILE…] [--preview FILE -o OUT.pdf] [--template FOLDER]`: lists the rounds, and helps to make one."""

from botilbud_desktop.cli.command_line import Arguments, CommandLine
from botilbud_desktop.cli.context import Context
from botilbud_desktop.cli.errors import UsageError
from botilbud_desktop.cli.rounds.checking import check_files
from botilbud_desktop.cli.rounds.listing import list_rounds
from botilbud_desktop.cli.rounds.preview import write_preview
from botilbud_desktop.cli.rounds.template import write_template


class _Arguments(Arguments):
    check: bool
    preview: bool
    template: bool
    output: str | None

    @property
    def options(self) -> list[str]:
        """The options that say what is to be done; without one the rounds are listed."""
        given = {"--check": self.check, "--preview": self.preview, "--template": self.template}
        return [option for option, is_given in given.items() if is_given]


def rounds(line: CommandLine, context: Context) -> int:
    """Lists, checks or shows rounds. 0: all is well, 1: something is missing or not used, 2: a file is unreadable."""
    for option in ("--check", "--preview", "--template"):
        line.add_argument(option, action="store_true")
    line.add_argument("-o", dest="output")
    arguments = line.read(_Arguments(), most_files=None, fewest_files=0)
    usage = str(line.usage)
    match arguments.options, arguments.files, arguments.output:
        case [], [], None:
            return list_rounds(context)
        case ["--check"], [_, *_] as files, None:
            return check_files(files, context)
        case ["--preview"], [file], str(output):
            return write_preview(file, output, context)
        case ["--template"], [folder], None:
            return write_template(folder, context)
        case [], _, _:
            raise UsageError("Filer skal stå efter --check, --preview eller --template", usage)
        case [option], [], _:
            raise UsageError(f"Der mangler noget efter {option}", usage)
        case [option], _, _:
            raise UsageError(f"{option} er ikke skrevet rigtigt", usage)
        case _:
            raise UsageError("Kommandoen kan kun gøre én ting ad gangen", usage)
