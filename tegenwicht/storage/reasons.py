"""Why a file could not be read or written, in Dutch: what the system says, it says in English."""

import errno
import os

from tegenwicht.i18n import tr

_WORDS = {
    "ENOENT": tr("de map of het bestand bestaat niet"),
    "EACCES": tr("hier mag je niet lezen of schrijven"),
    "EPERM": tr("dit mag hier niet"),
    "EROFS": tr("hier kan alleen worden gelezen"),
    "ENOSPC": tr("de schijf is vol"),
    "EDQUOT": tr("je hebt hier geen ruimte meer"),
    "EFBIG": tr("het bestand wordt te groot voor deze schijf"),
    "ENAMETOOLONG": tr("de naam is te lang"),
    "EISDIR": tr("dit is een map"),
    "ENOTDIR": tr("een deel van de naam is geen map"),
    "EEXIST": tr("de naam is al in gebruik"),
    "ENOTEMPTY": tr("de map is niet leeg"),
    "ELOOP": tr("de naam verwijst naar zichzelf"),
    "EINVAL": tr("deze naam kan hier niet"),
    "EILSEQ": tr("deze naam kan hier niet"),
    "EBUSY": tr("een ander programma houdt het bezet"),
    "ETXTBSY": tr("een ander programma houdt het bezet"),
    "EIO": tr("de schijf geeft een fout"),
    "ENXIO": tr("daar is geen apparaat"),
    "ENODEV": tr("daar is geen apparaat"),
    "EPIPE": tr("niemand leest het"),
    "EMFILE": tr("er zijn te veel bestanden open"),
    "ENOMEM": tr("er is te weinig geheugen"),
}
"""By the name of the error; not every system has all of them."""


def why_not(error: BaseException) -> str:
    """In Dutch; what the system says where there are no words for that."""
    if isinstance(error, OSError):
        if _is_ours(error):
            return str(error.strerror)
        name = errno.errorcode.get(error.errno or 0, "")
        return _WORDS.get(name) or error.strerror or str(error)
    return _WORDS["EINVAL"] if isinstance(error, ValueError) else str(error)


def _is_ours(error: OSError) -> bool:
    """Whether the program raised it itself, with words of its own."""
    of_the_system = getattr(error, "winerror", None) is not None
    return bool(error.strerror) and not of_the_system and error.strerror != os.strerror(error.errno or 0)
