/* Windows 10 and 11 bring ICU along, Wine 8 does not, and Qt6Core.dll asks for these names before it starts. Here each
   of them fails: Qt then knows no other encodings than its own, which are all that the program uses. */
#define FAILS(name)                                                                                                    \
    __declspec(dllexport) void *name(void)                                                                            \
    {                                                                                                                  \
        return 0;                                                                                                      \
    }

FAILS(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
FAILS(UCNV_TO_U_CALLBACK_SUBSTITUTE)
FAILS(ucnv_cbFromUWriteUChars)
FAILS(ucnv_cbToUWriteUChars)
FAILS(ucnv_close)
FAILS(ucnv_countAvailable)
FAILS(ucnv_fromUCountPending)
FAILS(ucnv_fromUnicode)
FAILS(ucnv_getAvailableName)
FAILS(ucnv_getFromUCallBack)
FAILS(ucnv_getMaxCharSize)
FAILS(ucnv_getName)
FAILS(ucnv_getStandardName)
FAILS(ucnv_getToUCallBack)
FAILS(ucnv_open)
FAILS(ucnv_reset)
FAILS(ucnv_setFromUCallBack)
FAILS(ucnv_setToUCallBack)
FAILS(ucnv_toUCountPending)
FAILS(ucnv_toUnicode)
