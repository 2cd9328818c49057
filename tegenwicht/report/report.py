"""An account as the bytes of a file. Chooses the format; each format is a module, loaded when asked for."""

from datetime import datetime

from tegenwicht.game.account import Account
from tegenwicht.report.words import safe

SUFFIXES = (".pdf", ".docx", ".md", ".csv")


def as_bytes(account: Account, suffix: str, made: datetime) -> bytes:
    """The whole file. The same account and moment give the same bytes.

    suffix: one of SUFFIXES; ValueError for another. made: when, for the properties of formats that have them.
    """
    account = safe(account)
    match suffix.lower():
        case ".pdf":
            from tegenwicht.report.pdf.document import as_pdf

            return as_pdf(account, made)
        case ".docx":
            from tegenwicht.report.docx.document import as_docx

            return as_docx(account, made)
        case ".md":
            from tegenwicht.report.markdown import as_markdown

            return as_markdown(account).encode()
        case ".csv":
            from tegenwicht.report.csv_ import as_csv

            return as_csv(account).encode("utf-8-sig")
    raise ValueError(f"no format for {suffix!r}; there are {', '.join(SUFFIXES)}")
