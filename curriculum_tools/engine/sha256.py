"""SHA-256 as Python itself has it: `hashlib` loads all of OpenSSL beside it."""

import sys
from importlib import import_module
from typing import Any

_MODULE = "_sha2" if sys.version_info >= (3, 12) else "_sha256"

try:
    _sha256: Any = import_module(_MODULE).sha256
except ImportError:  # pragma: no cover - a Python that is built without
    from hashlib import sha256 as _sha256


def sha256_hex(data: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    digest: str = _sha256(data).hexdigest()
    return digest
