/* Starts the program in the Python that lies beside it. Built twice: for the window, and with CONSOLE for scripts.

   It is small, so that whoever checks a machine can read what the named program does: it loads the library of Python
   (PYTHON and .dll) from its own folder, by its whole path, and runs the package with it. Python is isolated by the
   ._pth file beside it. */
#include <windows.h>
#include <shobjidl.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

#define LONGEST 32768
#define OWN_WORDS 7
#define TOLD 2 /* the program could not do what it was started for, and has said so itself */

typedef int (*py_main)(int, wchar_t **);

int _dowildcard = 0; /* a * in a file's name is the program's business, not the C runtime's */

/* What the program cannot start without; Python would look elsewhere, or end without a word. */
static const wchar_t *const needed[] = {PYTHON L"._pth", PYTHON L".zip", L"lib.zip", PYTHON L".dll"};

static void tell(const wchar_t *text)
{
#ifdef CONSOLE
    static char bytes[4096];
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    DWORD written, length = (DWORD)wcslen(text);
    if (WriteConsoleW(out, text, length, &written, NULL)) /* a file or a pipe is none, and gets UTF-8 */
        return;
    length = (DWORD)WideCharToMultiByte(CP_UTF8, 0, text, (int)length, bytes, sizeof bytes, NULL, NULL);
    WriteFile(out, bytes, length, &written, NULL);
#else
    MessageBoxW(NULL, text, NAME, MB_OK | MB_ICONERROR | MB_SETFOREGROUND);
#endif
}

static int cannot_start(const wchar_t *what)
{
    static wchar_t text[1024];
    _snwprintf(text, 1023,
               NAME L" kan ikke starte: %ls (Windows-fejl %lu).\n\n"
               L"Installér programmet igen, eller bed it-afdelingen om det. Dine kladder er ikke ændret.\n",
               what, GetLastError());
    tell(text);
    return 70;
}

#ifndef CONSOLE
/* A command such as check: it was started by a script, where nobody would press the button of a message. */
static BOOL is_command(int count, wchar_t **words)
{
    return count > 1 && words[1][0] != L'-' && wcspbrk(words[1], L".\\/:") == NULL;
}
#endif

int wmain(int count, wchar_t **words)
{
    static wchar_t own[LONGEST], library[LONGEST];
    wchar_t **all = calloc((size_t)count + OWN_WORDS + 1, sizeof *all);
    DWORD length = GetModuleFileNameW(NULL, own, LONGEST);
    wchar_t *name = length && length < LONGEST ? wcsrchr(own, L'\\') : NULL;
    HMODULE python;
    py_main start;
    int number = 0, code;

    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX);
    SetDllDirectoryW(L""); /* the folder that the program was started in is nothing to load from */
    SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    SetCurrentProcessExplicitAppUserModelID(APP_USER_MODEL_ID);
    if (!all || !name)
        return cannot_start(L"Programmets mappe kan ikke findes");
    for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
        static wchar_t what[64];
        _snwprintf(library, LONGEST - 1, L"%.*ls\\%ls", (int)(name - own), own, needed[i]);
        _snwprintf(what, 63, L"Filen %ls mangler", needed[i]);
        if (GetFileAttributesW(library) == INVALID_FILE_ATTRIBUTES)
            return cannot_start(what);
    } /* the last of them is the library, with its whole path */
    python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    if (!python)
        return cannot_start(L"Filen " PYTHON L".dll kan ikke indlæses");
    start = (py_main)(void *)GetProcAddress(python, "Py_Main");
    if (!start)
        return cannot_start(L"Filen " PYTHON L".dll er beskadiget");

    all[number++] = own;
    all[number++] = L"-I"; /* no variable, no user's packages */
    all[number++] = L"-B"; /* nothing is written into the program's folder */
    all[number++] = L"-X";
    all[number++] = L"utf8";
    all[number++] = L"-m";
    all[number++] = MODULE;
    for (int i = 1; i < count; i++)
        all[number++] = words[i];
    code = start(number, all);
#ifndef CONSOLE
    if (code != 0 && code != TOLD && !is_command(count, words)) {
        static wchar_t text[1024];
        _snwprintf(text, 1023,
                   NAME L" blev lukket på grund af en fejl (%d).\n\n"
                   L"Det, du har skrevet, er gemt på din computer og kommer igen næste gang. Sker det hver gang, så "
                   L"bed it-afdelingen om at køre »" CONSOLE_PROGRAM L" self-test«.",
                   code);
        tell(text);
    }
#endif
    return code;
}
