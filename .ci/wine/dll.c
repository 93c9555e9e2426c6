/* The body of python3.dll, which only forwards the stable ABI to python311.dll: nothing happens on loading. */
int __stdcall DllMainCRTStartup(void *module, unsigned long reason, void *reserved) { return 1; }
