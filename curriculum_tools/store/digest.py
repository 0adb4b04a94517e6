"""Short names for contents: equal contents have the same name, others have another."""

try:
    from _blake2 import blake2b  # hashlib loads all of OpenSSL beside it
except ImportError:  # pragma: no cover - another Python
    from hashlib import blake2b

SIZE = 16  # bytes


def digest(*parts: str | bytes) -> str:
    """Return the digest of a row of texts."""
    state = blake2b(digest_size=SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogateescape") if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()
