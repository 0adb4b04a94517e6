"""Write the background words: python -m bench.likeness.background (needs wordfreq and msgpack).

Reads the frequencies of English words that the package wordfreq ships, and writes those of the
common ones to `curriculum_tools/likeness/background_words.py`: the canonical forms of words, by
how rare they are, in ten steps. Only frequencies are taken, no sentences.
"""

import sys
from collections import defaultdict
from math import log10
from pathlib import Path
from textwrap import fill

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from curriculum_tools.likeness.tokens import canonical

TARGET = ROOT / "curriculum_tools" / "likeness" / "background_words.py"
#: Words are listed down to this many occurrences in a billion words (as a logarithm to base 10).
LEAST = 3.5
#: A word of this frequency has no weight, and one of LEAST or rarer nearly a whole one.
COMMON = 7.0
SPREAD = 4.5
HEAD = '''"""Common English words by how rare they are, as bench/likeness/background.py writes them.

The frequencies are those of wordfreq 3.1.1 by Robyn Speer, which are licensed under CC BY-SA 4.0;
so is this list.
"""

#: Canonical forms of words, those of a tenth of the whole weight first, and so on.
WORDS = (
'''


def steps(frequencies: dict[str, float]) -> dict[int, list[str]]:
    """Return canonical words by their weight in tenths, given each word's share of a text."""
    shares: defaultdict[str, float] = defaultdict(float)
    for word, share in frequencies.items():
        if word.isalpha() and word.isascii() and log10(share) + 9 >= LEAST:
            shares[canonical(word)] += share
    found: defaultdict[int, list[str]] = defaultdict(list)
    for word, share in shares.items():
        weight = (COMMON - log10(share) - 9) / SPREAD
        found[min(9, max(0, round(10 * weight)))].append(word)
    return found


def main() -> None:
    """Write the file."""
    from wordfreq import get_frequency_dict

    found = steps(get_frequency_dict("en", wordlist="small"))
    lines = [f'    """\n{fill(" ".join(sorted(found[step])), 100)}\n""",\n' for step in range(10)]
    TARGET.write_text(HEAD + "".join(lines) + ")\n", encoding="utf-8")


if __name__ == "__main__":
    main()
