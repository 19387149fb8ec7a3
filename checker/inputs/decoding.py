"""Bytes to text: UTF-8, or UTF-16 and UTF-32 that say so; anything else is a clear error."""

from __future__ import annotations

import codecs
import re

from checker.errors import InputError, Problem
from checker.lines import line_index

# UTF-32 comes first: its mark begins with the one of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive (DOCX, ODT and EPUB are such archives)"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"{\\rtf", "an RTF document"),
)

_EXTRACT = "Save its text as UTF-8 and give that file."
_SAVE = "Re-save the file as UTF-8"

# A longer line is cut for display, and no caret is drawn beyond this column.
_MAX_SHOWN = 120


def decode(data: bytes, path: str) -> str:
    """
    Return the text of a file, its byte-order mark removed and nothing else changed.

    Raises: InputError for binary data and for an encoding that is not UTF-8, 16 or 32.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(Problem(path, 0, 0, f"this is {what}, not text", _EXTRACT))
    for mark, codec, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return decode_as(data[len(mark) :], path, codec, name)
    return decode_as(data, path, "utf-8", "UTF-8")


def decode_as(data: bytes, path: str, codec: str, name: str) -> str:
    """
    Decode strictly; `name` is what readers call the `codec`.

    Raises: InputError for other bytes, and for NUL characters, which no text holds.
    """
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(codec, "replace")
        if codec == "utf-8" and b"\0" in data:
            raise _has_nul(path, data.replace(b"\0", b"", 1), before) from None
        message, advice = _diagnosis(data, error, name)
        raise InputError(_problem_after(before, path, message, advice)) from None
    if "\0" in text:
        raise _has_nul(path, data, text[: text.index("\0")])
    return text


def _has_nul(path: str, data: bytes, before: str) -> InputError:
    """Say what a file with NUL characters probably is."""
    if data[1:2] == b"\0" or data[:1] == b"\0":
        message = "this looks like UTF-16 without a byte-order mark"
        return InputError(Problem(path, 0, 0, message, f"{_SAVE}."))
    message = "a NUL character: this looks like a binary file, not text"
    return InputError(_problem_after(before, path, message, _EXTRACT))


def _problem_after(before: str, path: str, message: str, advice: str) -> Problem:
    """Point at the character after the text `before`, showing its line up to there."""
    index = line_index(before)
    line, column = index.position(len(before))
    source = re.sub(r"[\x00-\x1f\x7f-\x9f]", " ", before[index.starts[-1] :]) + "\ufffd"
    return Problem(path, line, column, message, advice, source if column <= _MAX_SHOWN else "")


def _diagnosis(data: bytes, error: UnicodeDecodeError, name: str) -> tuple[str, str]:
    """Say what is wrong with the first bad byte, and what to do."""
    if error.reason in ("unexpected end of data", "truncated data") and error.end >= len(data):
        return f"the file ends in the middle of a {name} character", "Was it cut off?"
    message = f"byte 0x{data[error.start]:02X} is not {name}"
    if name != "UTF-8":
        return message, f"{_SAVE}."
    return message, f"{_SAVE}; it is probably {likely_encoding(data)}."


def likely_encoding(data: bytes) -> str:
    """Name the encoding that bytes above 0x7F, which are not UTF-8, were probably written in."""
    high = [byte for byte in data if byte >= 0x80]
    letters = sum(1 for byte in data if byte in b"abcdefghijklmnopqrstuvwxyz")
    if len(re.findall(rb"[\xc3-\xf4][\x80-\xbf]+", data)) * 2 > len(high) * 0.8:
        return "UTF-8 with a few damaged characters"
    if len(high) > letters:
        return "Windows-1251 or another encoding of a non-Latin alphabet"
    if any(0x80 <= byte <= 0x9F for byte in high):
        mac = sum(1 for byte in high if byte in b"\x88\x8a\x8d\x8e\x8f\x90\x9d\x9e")
        return "Mac Roman" if mac * 2 > len(high) else "Windows-1252"
    return "Windows-1252 (Latin-1)"
