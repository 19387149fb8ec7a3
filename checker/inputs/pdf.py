"""The pages of a PDF, through pypdf (the extra `pdf`)."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

from checker.errors import InputError, Problem
from checker.inputs.folders import shown
from checker.inputs.sources import RawArticle

PAGE_END = "\f"

_INSTALL = "Install it with: pip install 'checker[pdf]'"
_EXTRACT = "Save its text as UTF-8 and give that file."


def read_pdf(path: str) -> tuple[list[RawArticle], list[Problem]]:
    """
    Read the text of all pages as one article; a page that is broken is a problem.

    Raises: OSError when the file cannot be read.
    """
    try:
        import pypdf
    except ImportError:
        return [], [Problem(shown(path), 0, 0, "reading PDF needs pypdf", _INSTALL)]
    # What pypdf says about faults of a file it reads anyhow is no concern of the reader.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with Path(path).open("rb") as file:
        try:
            reader = pypdf.PdfReader(file)
            _unlock(reader, path)
            pages = list(reader.pages)
        except InputError as error:
            return [], [error.problem]
        except Exception as error:  # noqa: BLE001 - a broken file raises anything in pypdf
            return [], [_broken(path, "this PDF cannot be read", error)]
        texts, problems = _texts(pages, path)
    if not any(text.strip() for text in texts):
        message = "the PDF holds no text; its pages are probably pictures"
        advice = "Run text recognition (OCR) on it first."
        return [], problems or [Problem(shown(path), 0, 0, message, advice)]
    return [RawArticle(shown(path), PAGE_END.join(texts), form="pdf")], problems


def _unlock(reader: Any, path: str) -> None:  # noqa: ANN401 - a reader of an optional library
    """Open a PDF that only its owner's password protects. Raises: InputError for any other."""
    if reader.is_encrypted and not reader.decrypt(""):
        message = "this PDF is protected by a password"
        raise InputError(Problem(shown(path), 0, 0, message, _EXTRACT))


def _texts(pages: list[Any], path: str) -> tuple[list[str], list[Problem]]:
    """Return the text of each page; one that cannot be read is empty and a problem."""
    texts: list[str] = []
    problems: list[Problem] = []
    for number, page in enumerate(pages, start=1):
        try:
            texts.append(_clean(page.extract_text()))
        except Exception as error:  # noqa: BLE001 - a broken page raises anything in pypdf
            texts.append("")
            problems.append(_broken(f"{path}#page={number}", "this page cannot be read", error))
    return texts, problems


def _clean(text: str) -> str:
    """Drop what no text holds: form feeds, which end pages, NUL and halves of characters."""
    whole = text.encode("utf-8", "ignore").decode()
    return whole.replace(PAGE_END, "\n").replace("\0", "")


def _broken(path: str, message: str, error: Exception) -> Problem:
    reason = " ".join(str(error).split()) or type(error).__name__
    return Problem(shown(path), 0, 0, f"{message}: {reason[:200]}", _EXTRACT)
