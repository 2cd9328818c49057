"""A PDF without a page, made by fpdf2."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fpdf import FPDF


def blank_pdf(**how: Any) -> "FPDF":
    """An empty document; ``how`` as ``FPDF`` takes it.

    fpdf2 keeps the error of a package that it can do without, and with that everything that was going on when it was
    loaded: the whole program as it then was, until it ends. All but the error's words is let go of here.
    """
    from fpdf import FPDF, encryption

    lacking: ImportError | None = getattr(encryption, "import_error", None)
    if lacking is not None:
        lacking.__traceback__ = None
    return FPDF(**how)
