/* Python as it is installed with the program, for whoever wants to run something else in it: the program's own folder
   has no python.exe. RIG_PYTHON_DLL names the installed python3xx.dll, RIG_BOOT the script that takes the words. */
#include <windows.h>
#include <stdio.h>
#include <wchar.h>

typedef int (*py_main)(int, wchar_t **);

int wmain(int count, wchar_t **words)
{
    static wchar_t dll[32768], boot[32768];
    wchar_t **all = calloc(count + 5, sizeof *all);
    int number = 0;
    if (!all || !GetEnvironmentVariableW(L"RIG_PYTHON_DLL", dll, 32768) ||
        !GetEnvironmentVariableW(L"RIG_BOOT", boot, 32768)) {
        fputs("RIG_PYTHON_DLL and RIG_BOOT are to be set\n", stderr);
        return 90;
    }
    HMODULE python = LoadLibraryExW(dll, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    py_main start = python ? (py_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!start) {
        fprintf(stderr, "the installed Python cannot be loaded: Windows error %lu\n", GetLastError());
        return 91;
    }
    all[number++] = words[0];
    all[number++] = L"-B"; /* no bytecode is left in the program's folder */
    all[number++] = L"-Xutf8";
    all[number++] = boot;
    for (int i = 1; i < count; i++)
        all[number++] = words[i];
    return start(number, all);
}
