"""Signs Windows programs with the certificate that the environment names, or says that there is none.

    python sign.py FILE...

CCHC_SIGN_PFX is the certificate with its key (.pfx), CCHC_SIGN_PASSWORD its password, CCHC_SIGN_TIMESTAMP the address of
a time stamp service (a signature without a time stamp ends with the certificate).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAME = "CCHC Desktop"
_LONGEST_SECONDS = 120


def main(files: list[Path]) -> int:
    """Sign the files in place; the exit code is 0 as well when there is no certificate."""
    certificate = os.environ.get("CCHC_SIGN_PFX", "")
    if not certificate:
        names = ", ".join(file.name for file in files)
        print(f"NOT SIGNED (CCHC_SIGN_PFX names no certificate): {names}")
        return 0
    for file in files:
        _sign(
            file,
            certificate,
            os.environ.get("CCHC_SIGN_PASSWORD", ""),
            os.environ.get("CCHC_SIGN_TIMESTAMP", ""),
        )
        print(f"Signed: {file.name}")
    return 0


def _sign(file: Path, certificate: str, password: str, timestamp: str) -> None:
    if shutil.which("signtool"):
        stamp = ["/tr", timestamp, "/td", "sha256"] if timestamp else []
        command = ["signtool", "sign", "/q", "/fd", "sha256", "/d", NAME, "/f", certificate, "/p", password]
        _run([*command, *stamp, str(file)])
        return
    signed = file.with_name(f"{file.name}.signed")
    stamp = ["-ts", timestamp] if timestamp else []
    command = ["osslsigncode", "sign", "-h", "sha256", "-n", NAME, "-pkcs12", certificate, "-pass", password]
    _run([*command, *stamp, "-in", str(file), "-out", str(signed)])
    signed.replace(file)


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, timeout=_LONGEST_SECONDS, check=False)
    if done.returncode:
        # The command itself is not shown: the password stands in it.
        raise SystemExit(f"{command[0]} could not sign: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:]]))
