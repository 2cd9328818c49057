"""From the Windows folder: a zip to carry, an MSI for one machine and all users, a setup for one user."""

import hashlib
import os
import re
import uuid
from pathlib import Path
from xml.sax.saxutils import quoteattr

from bundling import pins, reproducible, windows
from bundling.pins import BuildError, ran

NAME = "Tegenwicht"
FAMILY = uuid.UUID("8d4f0f5e-0d0e-4f4b-9a51-6f3f1c1b7f43")
"""The same for every version: what makes a newer one replace an older one."""

SUMMARY = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
"""What the summary of an MSI begins with (FMTID_SummaryInformation)."""

FILE_TIME = re.compile(rb"\x40\0\0\0.{6}[\xd0-\xef]\x01", re.DOTALL)
"""A moment in our years in it."""

OPENS = """'"$INSTDIR\\python\\pythonw.exe" -m tegenwicht "%1"'"""
TYPES = ((".tegenwicht", "Tegenwicht.Sessie", "Sessie van Tegenwicht"),)


def version() -> str:
    """As in ``tegenwicht.__version__``."""
    from tegenwicht import __version__

    return __version__


def make(out: Path, cache: Path, only: str = "") -> list[Path]:
    """What was made. only: "zip", "msi" or "setup"; empty for all three."""
    epoch = pins.when_it_was_made()
    folder = windows.folder(out / "windows" / NAME, cache, epoch)
    reproducible.same_time(folder, epoch)
    makers = {"zip": _zip, "msi": _msi, "setup": _setup}
    return [maker(folder, out, epoch) for name, maker in makers.items() if only in ("", name)]


def _zip(folder: Path, out: Path, epoch: int) -> Path:
    return reproducible.zipped(folder, out / f"{NAME}-{version()}-windows.zip", NAME, epoch)


# -- MSI


def _msi(folder: Path, out: Path, epoch: int) -> Path:
    return msi(folder, out / f"{NAME}-{version()}.msi", epoch, version())


def msi(folder: Path, made: Path, epoch: int, number: str) -> Path:
    """An MSI of what is in the folder. number: its version, three numbers with points."""
    source = folder.with_suffix(".wxs")
    source.write_text(wxs(folder, number), encoding="utf-8")
    env = os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}
    ran(["wixl", "-a", "x64", "-o", str(made), str(source)], cwd=folder, env=env)
    package = uuid.uuid5(FAMILY, source.read_text(encoding="utf-8"))
    made.write_bytes(settled(made.read_bytes(), package, epoch))
    return made


def settled(msi: bytes, number: uuid.UUID, epoch: int) -> bytes:
    """The MSI with this number of the package and this moment of making, where wixl puts chance and now.

    BuildError when they are not found where they should be.
    """
    found = re.findall(rb"\x27\0\0\0(\{[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}\})", msi)
    if len(found) != 1:
        raise BuildError(f"expected one number of the package in the MSI, found {len(found)}")
    msi = msi.replace(found[0], f"{{{str(number).upper()}}}".encode())
    begin = msi.index(SUMMARY)
    return (
        msi[:begin]
        + re.sub(FILE_TIME, lambda _: file_time(epoch), msi[begin : begin + 4096])
        + msi[begin + 4096 :]
    )


def file_time(epoch: int) -> bytes:
    """A property of type VT_FILETIME: hundreds of nanoseconds since 1601."""
    return b"\x40\0\0\0" + ((epoch + 11_644_473_600) * 10_000_000).to_bytes(8, "little")


def wxs(folder: Path, number: str) -> str:
    """The MSI in words: every file, a shortcut, the file type, and that a newer version replaces it.

    Numbers follow from the content, so that the same content makes the same file, and another content of the same
    version goes over it too.
    """
    content = hashlib.sha256()
    for file in reproducible.files(folder):
        content.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes())
    package = uuid.uuid5(FAMILY, content.hexdigest())
    product = uuid.uuid5(FAMILY, f"{number} {package}")
    directories, components = _directories(folder)
    refs = "\n".join(f'      <ComponentRef Id="{one}"/>' for one in components)
    types = "\n".join(_type(*one) for one in TYPES)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
  <Product Id="{product}" UpgradeCode="{FAMILY}" Name="{NAME}" Version="{number}" Language="1043"
      Codepage="1252" Manufacturer="{NAME}">
    <Package Id="{package}" InstallerVersion="200" Compressed="yes" InstallScope="perMachine" Languages="1043"
        Comments="Gesprekskaarten die het afwegen vertragen"/>
    <MajorUpgrade AllowSameVersionUpgrades="yes"
        DowngradeErrorMessage="Er staat al een nieuwere versie van Tegenwicht op deze computer."/>
    <Media Id="1" Cabinet="tegenwicht.cab" EmbedCab="yes"/>
    <Icon Id="tegenwicht.ico" SourceFile="tegenwicht.ico"/>
    <Property Id="ARPPRODUCTICON" Value="tegenwicht.ico"/>
    <Directory Id="TARGETDIR" Name="SourceDir">
      <Directory Id="ProgramFiles64Folder">
        <Directory Id="INSTALLDIR" Name="{NAME}">
{directories}
        </Directory>
      </Directory>
      <Directory Id="ProgramMenuFolder">
        <Component Id="Menu" Win64="yes" Guid="{uuid.uuid5(FAMILY, "menu")}">
          <Shortcut Id="Start" Name="{NAME}" Directory="ProgramMenuFolder" Target="[INSTALLDIR]python\\pythonw.exe"
              Arguments="-m tegenwicht" WorkingDirectory="INSTALLDIR" Icon="tegenwicht.ico"
              Description="Gesprekskaarten die het afwegen vertragen"/>
          <RegistryValue Root="HKLM" Key="Software\\{NAME}" Name="menu" Type="string" Value="1" KeyPath="yes"/>
        </Component>
      </Directory>
      <Component Id="Types" Win64="yes" Guid="{uuid.uuid5(FAMILY, "types")}">
        <RegistryValue Root="HKLM" Key="Software\\{NAME}" Name="types" Type="string" Value="1" KeyPath="yes"/>
{types}
      </Component>
    </Directory>
    <Feature Id="Everything" Title="{NAME}" Level="1">
{refs}
      <ComponentRef Id="Menu"/>
      <ComponentRef Id="Types"/>
    </Feature>
  </Product>
</Wix>
"""


def _type(suffix: str, name: str, words: str) -> str:
    opens = '"[INSTALLDIR]python\\pythonw.exe" -m tegenwicht "%1"'
    values = (
        (f"Software\\Classes\\{suffix}", name),
        (f"Software\\Classes\\{name}", words),
        (f"Software\\Classes\\{name}\\DefaultIcon", "[INSTALLDIR]tegenwicht.ico"),
        (f"Software\\Classes\\{name}\\shell\\open\\command", opens),
    )
    return "\n".join(
        f'        <RegistryValue Root="HKLM" Key="{key}" Type="string" Value={quoteattr(value)}/>'
        for key, value in values
    )


def _directories(folder: Path) -> tuple[str, list[str]]:
    """The files as nested directories, one component each; and the components' names."""
    components: list[str] = []

    def inside(place: Path, depth: int) -> list[str]:
        pad, lines = "  " * depth, []
        for one in sorted(place.iterdir(), key=lambda entry: entry.name):
            name = one.relative_to(folder).as_posix()
            key = hashlib.sha256(name.encode()).hexdigest()[:24]
            if one.is_dir():
                lines += [f'{pad}<Directory Id="d{key}" Name={quoteattr(one.name)}>', *inside(one, depth + 1),
                          f"{pad}</Directory>"]  # fmt: skip
            else:
                components.append(f"c{key}")
                lines.append(
                    f'{pad}<Component Id="c{key}" Win64="yes" Guid="{uuid.uuid5(FAMILY, name)}">'
                    f'<File Id="f{key}" Name={quoteattr(one.name)} Source={quoteattr(name)} KeyPath="yes"/>'
                    "</Component>"
                )
        return lines

    return "\n".join(inside(folder, 5)), components


# -- a setup for one user

STILL_OPEN = 3
"""How the setup and what removes it end when the program runs and nobody closes it."""


def _setup(folder: Path, out: Path, epoch: int) -> Path:
    made, script = out / f"{NAME}-{version()}-setup.exe", out / "windows" / "setup.nsi"
    script.write_text(nsi(folder, made), encoding="utf-8")
    env = os.environ | {"SOURCE_DATE_EPOCH": str(epoch)}
    try:
        ran(["makensis", "-V2", "-INPUTCHARSET", "UTF8", str(script)], env=env)
    except BuildError as error:
        raise BuildError(f"the setup was not made: {error}") from error
    return made


def nsi(folder: Path, made: Path) -> str:
    """The setup in words: into the user's own folder, without rights; what people made stays when it goes.

    A program that runs cannot be replaced: then it changes nothing, and asks to close it.
    """
    types = "\n".join(
        f'''  WriteRegStr HKCU "Software\\Classes\\{suffix}" "" "{name}"
  WriteRegStr HKCU "Software\\Classes\\{name}" "" "{words}"
  WriteRegStr HKCU "Software\\Classes\\{name}\\DefaultIcon" "" "$INSTDIR\\tegenwicht.ico"
  WriteRegStr HKCU "Software\\Classes\\{name}\\shell\\open\\command" "" {OPENS}'''
        for suffix, name, words in TYPES
    )
    untypes = "\n".join(
        f'  DeleteRegKey HKCU "Software\\Classes\\{one}"'
        for suffix, name, _ in TYPES
        for one in (suffix, name)
    )
    closed = f'''  IfFileExists "$INSTDIR\\python\\pythonw.exe" 0 closed
again:
  ClearErrors
  Delete "$INSTDIR\\python\\pythonw.exe"
  IfErrors 0 closed
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "{NAME} staat nog open. Sluit het en probeer het opnieuw." \\
    /SD IDCANCEL IDRETRY again
  SetErrorLevel {STILL_OPEN}
  Quit
closed:'''
    uninstall = f"Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\{NAME}"
    return f"""Unicode true
Target amd64-unicode
Name "{NAME}"
OutFile "{made}"
InstallDir "$LOCALAPPDATA\\Programs\\{NAME}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
Icon "{folder / "tegenwicht.ico"}"
UninstallIcon "{folder / "tegenwicht.ico"}"
LoadLanguageFile "${{NSISDIR}}\\Contrib\\Language files\\Dutch.nlf"
VIProductVersion "{version()}.0"
VIAddVersionKey "ProductName" "{NAME}"
VIAddVersionKey "FileDescription" "{NAME} {version()}"
VIAddVersionKey "FileVersion" "{version()}"
VIAddVersionKey "LegalCopyright" "EUPL-1.2"
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles

Section
{closed}
  RMDir /r "$INSTDIR\\app"
  RMDir /r "$INSTDIR\\python"
  RMDir /r "$INSTDIR\\licenties"
  SetOutPath "$INSTDIR"
  File /r "{folder}/*.*"
  CreateShortcut "$SMPROGRAMS\\{NAME}.lnk" "$INSTDIR\\python\\pythonw.exe" "-m tegenwicht" "$INSTDIR\\tegenwicht.ico"
{types}
  WriteUninstaller "$INSTDIR\\verwijder.exe"
  WriteRegStr HKCU "{uninstall}" "DisplayName" "{NAME}"
  WriteRegStr HKCU "{uninstall}" "DisplayVersion" "{version()}"
  WriteRegStr HKCU "{uninstall}" "DisplayIcon" "$INSTDIR\\tegenwicht.ico"
  WriteRegStr HKCU "{uninstall}" "UninstallString" '"$INSTDIR\\verwijder.exe"'
  WriteRegStr HKCU "{uninstall}" "QuietUninstallString" '"$INSTDIR\\verwijder.exe" /S'
SectionEnd

Section "Uninstall"
{closed}
  RMDir /r "$INSTDIR\\app"
  RMDir /r "$INSTDIR\\python"
  RMDir /r "$INSTDIR\\licenties"
  Delete "$INSTDIR\\*.cmd"
  Delete "$INSTDIR\\*.ico"
  Delete "$INSTDIR\\LEESMIJ.txt"
  Delete "$INSTDIR\\verwijder.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\\{NAME}.lnk"
{untypes}
  DeleteRegKey HKCU "{uninstall}"
SectionEnd
"""
