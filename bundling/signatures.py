"""Whether the runtime's files are as the Python Software Foundation or Microsoft signed them."""

import hashlib
import re
import ssl
import subprocess
from pathlib import Path
from typing import NamedTuple

from bundling.pins import ROOT, ROOT_SHA256, BuildError

SIGNERS = (
    "Python Software Foundation",
    "Microsoft Windows Software Compatibility Publisher",
    "Microsoft Corporation",
)
CHAIN_ELSEWHERE = {"vcruntime140.dll", "vcruntime140_1.dll", "libffi-8.dll"}
"""Signed with roots that no Linux carries: for these, what they are is held against their signature, and the
package they come in against its checksum."""


class Signed(NamedTuple):
    """What was found of one file. chain: whether its signature leads to a root that we know."""

    name: str
    signer: str
    intact: bool
    chain: bool


def check_root() -> None:
    """BuildError unless the root we carry is the one that Microsoft publishes."""
    der = ssl.PEM_cert_to_DER_cert(ROOT.read_text(encoding="ascii"))
    found = hashlib.sha256(der).hexdigest().upper()
    if found != ROOT_SHA256:
        raise BuildError(f"{ROOT.name}: expected fingerprint {ROOT_SHA256}, found {found}")


def signature(file: Path) -> Signed:
    """Of one exe, dll or pyd."""
    command = ["osslsigncode", "verify", "-ignore-crl", "-CAfile", str(ROOT), "-TSA-CAfile", str(ROOT)]
    try:
        done = subprocess.run([*command, "-in", str(file)], text=True, capture_output=True, check=False)
    except FileNotFoundError as error:
        raise BuildError("osslsigncode is not installed: apt-get install osslsigncode") from error
    return read(file.name, done.stdout)


def read(name: str, printed: str) -> Signed:
    """What ``osslsigncode verify`` printed of a file."""
    now = re.search(r"Current message digest\s*: (\w+)", printed)
    made = re.search(r"Calculated message digest\s*: (\w+)", printed)
    signer = next((one for one in SIGNERS if f"CN={one}" in printed), "")
    intact = now is not None and made is not None and now[1] == made[1]
    return Signed(name, signer, intact, printed.rstrip().endswith("Succeeded"))


def check(folder: Path) -> list[Signed]:
    """Every program file of a folder. BuildError for one that is not signed, or was changed since."""
    check_root()
    files = sorted(one for one in folder.iterdir() if one.suffix in (".exe", ".dll", ".pyd"))
    found = [signature(one) for one in files]
    wrong = [
        one for one in found if not (one.intact and one.signer and (one.chain or one.name in CHAIN_ELSEWHERE))
    ]
    if wrong:
        raise BuildError(f"not as they were signed: {', '.join(one.name for one in wrong)}; fetch them again")
    return found
