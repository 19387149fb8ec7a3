"""Small PDF files for tests: pages of lines, set one below the other."""

from collections.abc import Sequence


def pdf(pages: Sequence[Sequence[str]]) -> bytes:
    """Return a PDF file with the given lines on its pages; an empty line leaves a gap."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"", _FONT]
    kids = []
    for lines in pages:
        content = _content(lines)
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(_PAGE % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects[2] = b"<< >>"
    return _file(objects)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
_PAGE = (
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
    b" /Resources << /Font << /F1 4 0 R >> >> >>"
)


def _content(lines: Sequence[str]) -> bytes:
    """Draw lines from the top of the page on."""
    drawn = [b"BT /F1 11 Tf 14 TL 72 720 Td"]
    for line in lines:
        escaped = line.encode("cp1252").replace(b"\\", rb"\\").replace(b"(", rb"\(")
        drawn.append(b"(" + escaped.replace(b")", rb"\)") + b") Tj T*" if line else b"T*")
    return b"\n".join([*drawn, b"ET"])


def _file(objects: Sequence[bytes]) -> bytes:
    """Write the objects with their numbers, and the table of where each begins."""
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    tail = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
    return out + tail % (size, table, size) + b"startxref\n%d\n%%%%EOF\n" % len(out)
