/* Windows has ProcessPrng here, Wine 8 has no such file; Rust's standard library (pydantic-core) asks for it.
   The random bytes are those of Wine's own advapi32, where the function goes by a number. */
#include <windows.h>

BOOLEAN WINAPI SystemFunction036(PVOID buffer, ULONG length);

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T length)
{
    return SystemFunction036(data, (ULONG)length);
}
