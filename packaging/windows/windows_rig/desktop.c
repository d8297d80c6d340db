/* Stays on the desktop for as long as Wine runs. The desktop goes with the last program on it, and making it anew for
   the next one takes Wine up to ten seconds. */
#include <windows.h>

int main(void)
{
    GetDesktopWindow();
    Sleep(INFINITE);
    return 0;
}
