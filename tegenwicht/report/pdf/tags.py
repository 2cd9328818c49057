"""The structure of a PDF: headings, tables and pictures as a screen reader meets them, in reading order.

fpdf2 itself knows only pictures in a flat list. This tree takes the place of its builder, with the same
promise to its writer (``fpdf.structure_tree``), so that fpdf2 writes it.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from fpdf import FPDF
from fpdf.output import PDFPage
from fpdf.structure_tree import StructElem, StructureTreeBuilder
from fpdf.syntax import PDFObject


class Element(StructElem):
    """A node: "H1", "P", "Table", "TR", "TH", "TD", "L", "LI", "LBody", "BlockQuote", "Figure", …"""

    def __init__(self, kind: str, parent: PDFObject, alt: str = "", attributes: str = "") -> None:
        super().__init__(f"/{kind}", parent, [], alt=alt or None)
        self.a = attributes or None

    def page_number(self) -> int:
        """The page where it begins, from 1."""
        return self._page_number or 1

    def begins_on(self, page: int) -> None:
        """Something of it stands on that page."""
        if self._page_number is None:
            self._page_number = page
            if isinstance(self.p, Element):
                self.p.begins_on(page)


class _Content:
    """A piece of a page that belongs to an element."""

    def __init__(self, page: PDFPage, number: int) -> None:
        self.page, self.number = page, number

    def serialize(self, **_: object) -> str:
        """As fpdf2 asks of what stands in an array."""
        return f"<</Type /MCR /Pg {self.page.ref} /MCID {self.number}>>"


class Tags(StructureTreeBuilder):
    """The tree of one document. Make it before anything is drawn."""

    def __init__(self, pdf: FPDF) -> None:
        super().__init__()
        self._pdf = pdf
        pdf.struct_builder = self

    def element(
        self, kind: str, inside: Element | None = None, alt: str = "", attributes: str = ""
    ) -> Element:
        """The next element inside another; inside the document when ``inside`` is left out."""
        parent: StructElem = inside or self.doc_struct_elem
        made = Element(kind, parent, alt, attributes)
        parent.k.append(made)
        return made

    @contextmanager
    def content(self, element: Element) -> Iterator[None]:
        """What is drawn in this block, on one page, belongs to ``element``."""
        pdf, page = self._pdf, self._pdf.pages[self._pdf.page]
        of_page = self.struct_tree_root.parent_tree.nums[pdf.page - 1]
        page.struct_parents = pdf.page - 1
        number = len(of_page)
        of_page.append(element)
        element.k.append(_Content(page, number))
        element.begins_on(pdf.page)
        pdf._out(f"{element.s} <</MCID {number}>> BDC")
        yield
        pdf._out("EMC")

    @contextmanager
    def artifact(self, what: str = "/Layout") -> Iterator[None]:
        """What is drawn in this block means nothing by itself: a line, a ground, the foot of a page."""
        self._pdf._out(f"/Artifact <</Type {what}>> BDC")
        yield
        self._pdf._out("EMC")

    def __iter__(self) -> Iterator[PDFObject]:
        """Everything to write, the root first."""
        yield self.struct_tree_root
        yield self.doc_struct_elem
        yield self.struct_tree_root.parent_tree
        yield from _below(self.doc_struct_elem)


def _below(element: StructElem) -> Iterator[StructElem]:
    for kid in element.k:
        if isinstance(kid, StructElem):
            yield kid
            yield from _below(kid)
