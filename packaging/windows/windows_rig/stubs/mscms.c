/* Wine 8 has a mscms.dll without WcsCreateIccProfile, which qwindows.dll asks for. Here no screen has a colour profile,
   as on a computer that nobody has calibrated. */
#define FAILS(name)                                                                                                    \
    __declspec(dllexport) void *name(void)                                                                            \
    {                                                                                                                  \
        return 0;                                                                                                      \
    }

FAILS(CloseColorProfile)
FAILS(GetColorProfileFromHandle)
FAILS(OpenColorProfileW)
FAILS(WcsCreateIccProfile)
