"""Where a config finds something in a data file: `config.json:exercises.concept`."""

from typing import NamedTuple

#: What data files end with.
DATA_SUFFIXES = (".json", ".yml", ".yaml", ".toml")
#: Stands for any key, and for any place in a list.
ANY = "*"


class DataPath(NamedTuple):
    """A file, and the keys that lead to a value in it; without keys it is all that it holds."""

    file: str
    keys: tuple[str, ...] = ()

    @property
    def is_data(self) -> bool:
        """Whether it is a data file, and no page."""
        return self.file.lower().endswith(DATA_SUFFIXES)


def data_path(written: str) -> DataPath:
    """Return what is written as a file, a colon, and keys joined by dots."""
    file, _, keys = written.partition(":")
    return DataPath(file, tuple(keys.split(".")) if keys else ())
