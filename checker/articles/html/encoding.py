"""Bytes of a page to text: the byte-order mark, then what the page says, then UTF-8."""

from __future__ import annotations

import codecs
import re

from checker.inputs.decoding import decode, decode_as

# Browsers look no further than this for the name of the encoding.
_HEAD = 1024
_CHARSET = re.compile(rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML = re.compile(rb"<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
# The web says Latin-1 and means Windows-1252, and so do all browsers.
_MEANT = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_TEXT_ENCODINGS = re.compile(
    r"cp125\d|cp874|cp866|cp932|cp949|iso8859-\d+|koi8-[ru]|mac-[a-z]+|gb2312|gbk|gb18030|big5"
    r"|big5hkscs|euc_jp|euc_kr|shift_jis|iso2022_jp|tis-620"
)


def decode_page(data: bytes, path: str) -> str:
    """
    Return the text of a page, its byte-order mark removed.

    Raises: InputError for binary data and for bytes that are not in the encoding they should be.
    """
    codec = _declared(data[:_HEAD])
    if codec is None or _is_marked(data) or _is_utf_8(data):
        return decode(data, path)
    return decode_as(data, path, codec, codec.replace("cp125", "Windows-125").upper())


def _declared(head: bytes) -> str | None:
    """Return the codec that the page names; None for UTF-8 and for names that mean nothing."""
    found = _CHARSET.search(head) or _XML.search(head)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii", "replace")).name
    except LookupError:
        return None
    name = _MEANT.get(name, name)
    return name if _TEXT_ENCODINGS.fullmatch(name) else None


def _is_marked(data: bytes) -> bool:
    """Whether the bytes themselves say what they are."""
    return data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))


def _is_utf_8(data: bytes) -> bool:
    """Whether this is UTF-8 whatever it says: pages saved anew keep the old name in their head."""
    try:
        return not data.isascii() and bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False
