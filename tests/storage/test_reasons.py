"""Why a file could not be read or written is said in Dutch."""

import errno
import os

import pytest

from tegenwicht.storage.files import NotAPlainFile
from tegenwicht.storage.reasons import why_not

USUAL = (
    errno.ENOENT, errno.EACCES, errno.EPERM, errno.ENOSPC, errno.EROFS, errno.ENAMETOOLONG, errno.EISDIR,
    errno.ENOTDIR, errno.EEXIST, errno.EIO, errno.EINVAL, errno.ENOTEMPTY, errno.EBUSY,
)  # fmt: skip


@pytest.mark.parametrize("number", USUAL)
def test_what_the_system_says_in_english_is_said_in_dutch(number: int) -> None:
    error = OSError(number, os.strerror(number), "kaarten.pdf")
    assert why_not(error)
    assert os.strerror(number) not in why_not(error)


def test_what_has_no_words_is_told_as_it_is() -> None:
    assert why_not(OSError("zomaar")) == "zomaar"
    assert why_not(OSError(99999, "iets nieuws")) == "iets nieuws"
    assert why_not(NotAPlainFile(errno.EISDIR, "dit is een map", "x")) == "dit is een map"
    assert (
        why_not(OSError(errno.EFBIG, "veel groter dan een logboek wordt"))
        == "veel groter dan een logboek wordt"
    )
    assert why_not(ValueError("embedded null byte")) == "deze naam kan hier niet"
