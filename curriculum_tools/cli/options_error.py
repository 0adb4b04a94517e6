"""Options that do not go together."""


class OptionsError(Exception):
    """Says which options do not go together; raised before anything is done."""
