"""The architecture rules, checked in the source: which imports are allowed, and what no module may do."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = "botilbud_desktop"
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 70

ALLOWED = {
    "domain": {"domain"},
    "rules": {"rules", "domain"},
    "storage": {"storage", "domain"},
    "documents": {"documents", "rules", "domain"},
    "ui": {"ui", "documents", "storage", "rules", "domain"},
    "cli": {"cli", "documents", "storage", "rules", "domain"},
    "code_archive": set(),
    "__main__": {"ui", "cli", "storage", "code_archive"},
}
"""Imports go one way: `ui` and `cli` import `documents`, `storage` and `rules`, which import `domain`. Documents print
the rules' results, so they import `rules`; `documents` and `storage` do not import each other."""

BOUNDARIES = {
    f"{PACKAGE}/__main__.py",  # the command line
    f"{PACKAGE}/ui/platform/error_reporter.py",  # the event loop
    f"{PACKAGE}/ui/platform/job.py",  # a thread, whose errors are raised again where its result is taken
    "tests/attempt.py",  # tests that check any exception
}
"""Where every `Exception` may be caught. Elsewhere a handler names the exceptions that it can handle."""

QT = ("PySide6", "shiboken6")
HEAVY = (
    *("reportlab", "xlsxwriter", "pypdf", "mammoth", "hunspell"),
    *("PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport"),
)
"""Modules that are loaded when first needed."""


def sources(part: str = "") -> list[Path]:
    """Returns the package's modules, or those of one part of it."""
    folder = ROOT / PACKAGE
    single = folder / f"{part}.py"
    return [single] if part and single.exists() else sorted((folder / part).rglob("*.py"))


def all_sources() -> list[Path]:
    """Returns every Python file of the repository."""
    others = [path for folder in ("tests", "packaging") for path in sorted((ROOT / folder).rglob("*.py"))]
    return [*sources(), *others, *sorted(ROOT.glob("*.py"))]


@cache
def parsed(path: Path) -> ast.Module:
    """Returns the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def position(path: Path, node: ast.AST | None = None) -> str:
    """Returns `path:line` for the message of a failing test."""
    line = getattr(node, "lineno", None)
    return f"{path.relative_to(ROOT)}{'' if line is None else f':{line}'}"


def module_name(path: Path) -> str:
    """Returns the dotted name of a module of the package."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_names(path: Path, node: ast.AST) -> list[str]:
    """Returns the dotted names that an import statement may load: `from a import b` may load `a.b`."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    package = node.module or ""
    if node.level:
        above = module_name(path).split(".") if path.name == "__init__.py" else module_name(path).split(".")[:-1]
        package = ".".join([*above[: len(above) - node.level + 1], *filter(None, [node.module])])
    return [package, *(f"{package}.{alias.name}" for alias in node.names)]


@cache
def imports(path: Path) -> tuple[tuple[ast.AST, str], ...]:
    """Returns all names imported anywhere in a file."""
    return tuple((node, name) for node in ast.walk(parsed(path)) for name in imported_names(path, node))


@cache
def imports_on_loading(path: Path) -> tuple[str, ...]:
    """Returns the names imported when the module is loaded, not those in functions or under `TYPE_CHECKING`."""
    return tuple(_imports_on_loading(path))


def _imports_on_loading(path: Path) -> Iterator[str]:
    waiting: list[ast.AST] = list(parsed(path).body)
    while waiting:
        node = waiting.pop()
        yield from imported_names(path, node)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            waiting.extend(node.orelse)
            continue
        waiting.extend(ast.iter_child_nodes(node))


def is_below(name: str, package: str) -> bool:
    """Whether `name` is `package` or is inside it."""
    return name == package or name.startswith(f"{package}.")


def importers(part: str, packages: tuple[str, ...]) -> list[str]:
    """Returns where a part of the package imports one of `packages`."""
    return sorted(
        {
            f"{position(path, node)} imports {name}"
            for path in sources(part)
            for node, name in imports(path)
            if any(is_below(name, package) for package in packages)
        }
    )


@cache
def loaded_with(name: str) -> frozenset[str]:
    """Returns all modules loaded together with a module, directly or through the package's own modules."""
    modules = {module_name(path): path for path in sources()}
    found: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current in found:
            continue
        found.add(current)
        if current in modules:
            waiting.extend(imports_on_loading(modules[current]))
        waiting.extend(filter(None, [current.rpartition(".")[0]]))
    return frozenset(found)


def loading(part: str, packages: tuple[str, ...]) -> list[str]:
    """Returns the modules of a part that load one of `packages`, directly or through another module."""
    return sorted(
        f"{position(path)} loads {package}"
        for path in sources(part)
        for package in packages
        if any(is_below(name, package) for name in loaded_with(module_name(path)))
    )


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Yields the calls in a file with the dotted name that is called."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def test_these_tests_see_what_a_module_loads_by_way_of_others() -> None:
    assert f"{PACKAGE}/documents/pdf/make.py loads reportlab" in loading("documents", ("reportlab",))
    assert f"{PACKAGE}/ui/main_window.py loads PySide6" in loading("ui", ("PySide6",))


def test_every_part_of_the_package_has_its_rule() -> None:
    parts = {path.stem for path in (ROOT / PACKAGE).iterdir() if path.name not in ("__init__.py", "__pycache__")}
    parts -= {"forms", "resources"}  # beside the code when the program is installed
    assert parts == set(ALLOWED)


def test_imports_run_one_way() -> None:
    wrong = {
        f"{position(path, node)}: {part} imports {name}"
        for part, allowed in ALLOWED.items()
        for path in sources(part)
        for node, name in imports(path)
        if is_below(name, PACKAGE) and len(name.split(".")) > 1
        if name.split(".")[1] in ALLOWED and name.split(".")[1] not in allowed
    }
    assert sorted(wrong) == []


def test_documents_and_storage_do_not_know_each_other() -> None:
    assert importers("documents", (f"{PACKAGE}.storage",)) + importers("storage", (f"{PACKAGE}.documents",)) == []


def test_qt_lives_in_the_window_and_nowhere_else() -> None:
    assert [line for part in ALLOWED if part != "ui" for line in importers(part, QT)] == []


def test_the_command_line_never_loads_qt() -> None:
    assert loading("cli", QT) == []


def test_only_documents_import_reportlab() -> None:
    assert [line for part in ALLOWED if part != "documents" for line in importers(part, ("reportlab",))] == []


def test_only_the_engine_of_the_workbooks_imports_xlsxwriter() -> None:
    """It first prevents xlsxwriter from making formulas and links of texts."""
    found = [line for part in ALLOWED for line in importers(part, ("xlsxwriter",))]
    assert [line for line in found if "documents/excel/engine.py" not in line] == []
    assert found != []


def test_only_the_engine_of_the_documents_imports_reportlab() -> None:
    """It first prevents reportlab from running code and reading settings of the user."""
    assert [line for line in importers("documents", ("reportlab",)) if "documents/pdf/engine.py" not in line] == []


def test_only_the_reader_of_foreign_files_imports_pypdf() -> None:
    """It first makes pypdf silent, and leaves it nothing to decode but the lists of objects."""
    found = [line for part in ALLOWED for line in importers(part, ("pypdf",))]
    assert [line for line in found if "documents/foreign/engine.py" not in line] == []
    assert found != []


def test_only_the_reader_of_word_documents_imports_mammoth() -> None:
    """It first takes its place where it would open files or reach for the network."""
    found = [line for part in ALLOWED for line in importers(part, ("mammoth",))]
    assert [line for line in found if "storage/word/engine.py" not in line] == []
    assert found != []


def test_the_domain_touches_no_files() -> None:
    wrong = importers("domain", ("os", "pathlib", "io", "shutil", "tempfile", "glob", "subprocess", "socket"))
    wrong += [position(path, call) for path in sources("domain") for call, name in calls(path) if name == "open"]
    assert wrong == []


def test_domain_and_rules_have_no_clock_of_their_own() -> None:
    asked = re.compile(r"(?:^|\.)(?:now|utcnow|today|localtime|gmtime|monotonic|perf_counter)$")
    wrong = [
        f"{position(path, call)} calls {name}"
        for part in ("domain", "rules")
        for path in sources(part)
        for call, name in calls(path)
        if asked.search(name)
    ]
    assert wrong + importers("domain", ("time",)) + importers("rules", ("time",)) == []


def test_rules_are_pure() -> None:
    assert importers("rules", ("os", "pathlib", "io", "subprocess", "socket", "random", "locale")) == []


def test_the_start_of_the_program_imports_nothing_of_its_own_before_it_is_needed() -> None:
    own = [name for name in imports_on_loading(ROOT / PACKAGE / "__main__.py") if is_below(name, PACKAGE)]
    assert set(own) == {PACKAGE, f"{PACKAGE}.__version__"}


def test_the_window_loads_heavy_libraries_only_when_they_are_needed() -> None:
    assert loading("ui", HEAVY) == []


def test_the_command_line_loads_heavy_libraries_only_when_they_are_needed() -> None:
    assert loading("cli", HEAVY) == []


def test_one_module_imports_hunspell() -> None:
    assert {place.partition(":")[0] for place in importers("", ("hunspell",))} == {
        "botilbud_desktop/storage/spelling/engine.py"
    }


def test_one_module_starts_a_process_and_it_is_the_program_itself() -> None:
    assert {place.partition(":")[0] for place in importers("", ("subprocess", "multiprocessing", "pty"))} == {
        "botilbud_desktop/storage/spelling/helper.py"
    }


def test_nobody_imports_msgspec_or_asyncio() -> None:
    assert importers("", ("msgspec", "asyncio")) == []


def test_the_word_document_needs_no_library() -> None:
    """What reads it in the tests is no part of the program."""
    assert importers("", ("docx", "lxml")) == []


def test_nobody_lets_the_event_loop_run_in_between() -> None:
    wrong = [
        position(path, node)
        for path in sources()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Attribute) and node.attr == "processEvents"
    ]
    assert wrong == []


def test_exceptions_are_caught_broadly_at_the_two_boundaries_alone() -> None:
    found = []
    for path in all_sources():
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ExceptHandler):
                caught = [] if node.type is None else list(ast.walk(node.type))
                names = {name.id for name in caught if isinstance(name, ast.Name)}
                if node.type is None or names & {"Exception", "BaseException"}:
                    found.append(position(path))
    assert set(found) == BOUNDARIES


def test_no_context_manager_hides_an_exception() -> None:
    """A true value from `__exit__` hides the exception; `contextlib.suppress` names what it hides."""
    wrong = [
        position(path, node)
        for path in all_sources()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef) and node.name in ("__exit__", "__aexit__")
        if node.returns is None or ast.unparse(node.returns) != "None"
    ]
    assert wrong == []


def test_no_exception_is_suppressed_broadly() -> None:
    wrong = [
        position(path, call)
        for path in all_sources()
        for call, name in calls(path)
        if name.rpartition(".")[2] == "suppress"
        and {ast.unparse(argument) for argument in call.args} & {"Exception", "BaseException"}
    ]
    assert wrong == []


def test_ordinary_tests_measure_no_time() -> None:
    """Limits in seconds belong in the benchmarks: a busy machine is not an error in the program."""
    clocks = ("perf_counter", "process_time")
    wrong = [
        f"{position(path, call)} calls {name}"
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        for call, name in calls(path)
        if name.rpartition(".")[2] in clocks
    ]
    assert wrong == []


def test_no_file_is_longer_than_400_lines() -> None:
    lengths = {position(path): len(path.read_text(encoding="utf-8").splitlines()) for path in all_sources()}
    assert {name: length for name, length in lengths.items() if length > MOST_LINES_OF_A_FILE} == {}


def test_no_function_is_longer_than_70_lines() -> None:
    wrong = {
        position(path, node): node.end_lineno - node.lineno + 1
        for path in all_sources()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno
        if node.end_lineno - node.lineno >= MOST_LINES_OF_A_FUNCTION
    }
    assert wrong == {}


def test_no_file_points_outside_the_repository() -> None:
    outside = re.compile(r"\.\./" + r"shared\b|(?<![\w.-])/" + r"work/")
    kinds = {".py", ".md", ".toml", ".json", ".csv", ".txt", ".cfg", ".yml", ".c", ".qss", ".botilbud"}
    folders = (PACKAGE, "tests", "forms", "resources", "packaging", ".github")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in kinds]
    files += [path for path in ROOT.iterdir() if path.is_file() and path.suffix in kinds]
    assert [position(path) for path in files if outside.search(path.read_text(encoding="utf-8"))] == []


def test_the_program_is_started_the_same_way_from_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    started = {*project["scripts"].values(), *project["gui-scripts"].values()}
    assert started == {f"{PACKAGE}.__main__:main"}
