"""Short fingerprints of contents: keys of the cache, ids of facts and findings."""

from __future__ import annotations

# `hashlib` loads OpenSSL, which takes as long as all of `json`; Python's own BLAKE2 does not.
try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b


def digest(*parts: str | bytes, size: int = 8) -> str:
    """
    Return `2 * size` hexadecimal digits: equal parts in equal order give equal digits.

    Text may hold lone surrogates, as names of files do.
    """
    state = blake2b(digest_size=size)
    for part in parts:
        content = part.encode(errors="surrogatepass") if isinstance(part, str) else part
        # The length keeps ("ab", "c") and ("a", "bc") apart.
        state.update(b"%d:" % len(content))
        state.update(content)
    return state.hexdigest()
