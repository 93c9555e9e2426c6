/* python.exe for the Windows Python that .ci/windows assembles: the wheels bring python311.dll alone. */
#include <wchar.h>
__declspec(dllimport) int Py_Main(int argc, wchar_t **argv);
int wmain(int argc, wchar_t **argv) { return Py_Main(argc, argv); }
