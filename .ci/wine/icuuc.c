/* Stands in for icuuc.dll, which every Windows 10 has and Wine 8 lacks. Only for prefixes that test; never shipped.
   Opening a converter fails, and Qt goes on without: it asks only for text codecs that nobody here uses. */
#define OUT __declspec(dllexport)
typedef int Error;
enum { FILE_ACCESS_ERROR = 4 };
OUT void *ucnv_open(const char *name, Error *error) { if (error) *error = FILE_ACCESS_ERROR; return 0; }
OUT void ucnv_close(void *converter) {}
OUT void ucnv_reset(void *converter) {}
OUT signed char ucnv_getMaxCharSize(void *converter) { return 1; }
OUT const char *ucnv_getName(void *converter, Error *error) { if (error) *error = FILE_ACCESS_ERROR; return 0; }
OUT const char *ucnv_getStandardName(const char *name, const char *standard, Error *error) {
    if (error) *error = FILE_ACCESS_ERROR;
    return 0;
}
OUT const char *ucnv_getAvailableName(int number) { return 0; }
OUT int ucnv_countAvailable(void) { return 0; }
OUT int ucnv_toUCountPending(void *converter, Error *error) { return 0; }
OUT int ucnv_fromUCountPending(void *converter, Error *error) { return 0; }
#define NEVER_CALLED(name) OUT void name(void) {}
NEVER_CALLED(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
NEVER_CALLED(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NEVER_CALLED(ucnv_getToUCallBack)
NEVER_CALLED(ucnv_getFromUCallBack)
NEVER_CALLED(ucnv_setToUCallBack)
NEVER_CALLED(ucnv_setFromUCallBack)
NEVER_CALLED(ucnv_cbToUWriteUChars)
NEVER_CALLED(ucnv_cbFromUWriteUChars)
NEVER_CALLED(ucnv_toUnicode)
NEVER_CALLED(ucnv_fromUnicode)
int __stdcall DllMainCRTStartup(void *module, unsigned long reason, void *reserved) { return 1; }
