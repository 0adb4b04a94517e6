"""A light English stemmer: it removes inflection and -ation/-ate/-ize, never -er or -or.

Porter's (1980) condition that a stem keeps a vowel, with fewer rules: a router is not a route, an
operator is not an operation, and questions that differ in such words are not the same.
"""

_VOWELS = frozenset("aeiouy")

#: Irregular forms, and words whose final s is not a plural although a word remains without it.
_IRREGULAR = {
    "https": "https", "sass": "sass", "less": "less", "pandas": "pandas", "windows": "windows",
    "news": "news", "always": "always", "series": "series", "species": "species", "ids": "id",
    "vms": "vm", "dbs": "db", "uis": "ui", "pcs": "pc", "prs": "pr", "indices": "index",
    "indexes": "index", "matrices": "matrix", "vertices": "vertex", "children": "child",
    "mice": "mouse", "people": "person", "men": "man", "women": "woman", "criteria": "criterion",
    "phenomena": "phenomenon", "bacteria": "bacterium", "hypotheses": "hypothesis",
    "analyses": "analysis", "wrote": "write", "written": "write", "built": "build",
    "ran": "run", "chosen": "choose", "chose": "choose", "led": "lead", "made": "make",
    "began": "begin", "begun": "begin", "fell": "fall", "fallen": "fall", "rose": "rise",
    "risen": "rise", "sent": "send", "kept": "keep", "gave": "give", "given": "give",
    "took": "take", "taken": "take", "became": "become", "won": "win", "lost": "lose",
    "met": "meet", "held": "hold", "found": "find", "axis": "axis", "iris": "iris",
    "meant": "mean", "undone": "undo", "hidden": "hide", "thrown": "throw",
    "threw": "throw", "broken": "break", "broke": "break", "shown": "show", "grew": "grow",
    "grown": "grow", "knew": "know", "known": "know", "fought": "fight", "brought": "bring",
    "caught": "catch", "taught": "teach", "bound": "bind", "string": "string", "nothing": "nothing",
    "something": "something", "everything": "everything",
}  # fmt: skip


def lemma(word: str) -> str:
    """Remove the inflection of a lower-case word: "caches" and "cached" -> "cach".

    "-ing" stays, because a test and testing are two things; so does derivation. A word with digits
    or non-English letters, or of at most three letters, is its own lemma.
    """
    irregular = _IRREGULAR.get(word)
    if irregular is not None:
        word = irregular
    elif len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    else:
        word = _plural(word)
        word = _spelling(word if word.endswith("ing") else _participle(word))
    return word[:-1] if word[-1] == "e" and len(word) > 3 else word


def stem(word: str) -> str:
    """Remove inflection and derivation: "validated" and "validation" -> "valid"."""
    if word in _IRREGULAR or len(word) < 4 or not word.isascii() or not word.isalpha():
        return lemma(word)
    word = _derivation(_spelling(_participle(_plural(word))))
    return word[:-1] if word[-1] == "e" and len(word) > 3 else word


def _plural(word: str) -> str:
    if word[-1] != "s" or word[-2] in "su" or (word[-2] == "i" and len(word) > 4):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def _participle(word: str) -> str:
    if word.endswith("ing"):
        rest = word[:-3]
    elif word.endswith("ed") and not word.endswith("eed"):
        rest = word[:-2]
        if rest.endswith("i"):
            return rest[:-1] + "y"
    else:
        return word
    if len(rest) < 2 or not _has_vowel(rest):
        return word
    if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsz":
        return rest[:-1]
    if rest.endswith("at") and (rest == "creat" or rest[-3:-2] not in "eo"):
        return rest + "e"
    return rest


def _spelling(word: str) -> str:
    """Spell British -ise, -yse, -isation and -our the American way."""
    if word[-1] not in "ensr":
        return word  # most words: saves a third of the time
    if len(word) > 6:
        if word.endswith(("ise", "yse")):
            return word[:-2] + "ze"
        if word.endswith("isation"):
            return word[:-7] + "ization"
        if word.endswith(("is", "ys")) and word[-3] in "ltmnr":
            return word[:-1] + "z"  # -ising, -ised, without their endings
    return word[:-3] + "or" if word.endswith("our") and len(word) > 5 else word


def _derivation(word: str) -> str:
    if word[-1] not in "ysen":
        return word
    if word.endswith("ly") and len(word) > 5:
        word = word[:-4] if word.endswith("ically") else word[:-2]
    elif word.endswith("ness") and len(word) > 6:
        word = word[:-4]
    elif word.endswith("ability"):
        return word[:-5] + "l"
    elif word.endswith("able") and len(word) > 6:
        return word[:-1]
    if word.endswith("ization") and len(word) > 8:
        return word[:-5]
    for ending in ("ation", "ate"):
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) > 2 and _has_vowel(rest):
            return rest
    if word.endswith(("ction", "ption", "ssion", "rtion", "letion", "ution")):
        return word[:-3]
    return word


def _has_vowel(part: str) -> bool:
    return not _VOWELS.isdisjoint(part)
