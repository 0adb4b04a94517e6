"""Splitting a wording into tokens, each with its canonical form."""

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from curriculum_tools.likeness.names import is_mixed, is_name, is_quoted_or_kind
from curriculum_tools.likeness.normalise import Fragment
from curriculum_tools.likeness.stem import lemma, stem
from curriculum_tools.likeness.vocabulary import (
    DIRECTED_PREPOSITIONS,
    EMPHASIS_WORDS,
    FUNCTION_WORDS,
    LOOSE_PREPOSITIONS,
    NEGATIONS,
    NUMBER_WORDS,
    SPELLINGS,
    SYNONYMS,
)


class TokenRole(StrEnum):
    """The role of a token in a question."""

    CONTENT = "content"
    FUNCTION = "function"
    PREPOSITION = "preposition"
    NEGATION = "negation"
    EMPHASIS = "emphasis"
    CODE = "code"
    SYMBOL = "symbol"  #: an operator, an emoji


class Token(NamedTuple):
    """A word, number or symbol: as written, and in its canonical forms."""

    surface: str
    canon: str  #: without inflection and derivation, synonyms as their first
    exact: str  #: without inflection, synonyms as their first
    role: TokenRole
    governs: str = ""  #: a preposition: itself, or the common name of those that only attach


_TOKEN = re.compile(
    r"https?://[^\s<>)]*[\w/]"  # an address is one word
    r"|(?<![\w.])-?\d+(?:[.,]\d+)*(?![\w])"  # 200, -1, 1.1, 10,000
    r"|(?<![^\W_])[a-zA-Z](?:\+\+|\#)(?!\w)"  # c++, c#
    r"|\w+(?:'\w+)*"
    r"|[^\w\s]+"
)
# Patterns that few texts need are compiled by `re` on first use.
_MINUS_OR_BY = r"(?<=\b\w )[-/](?= \w\b)"  # 7 - 3, a / b
_AS_OPERATOR = {"-": "−", "/": "÷"}
_PUNCTUATION = frozenset("-.,;:?!…'\"()[]{}<>/\\–—‐‑·•«»¿¡`|_~、。，；：？！（）「」『』《》")
_NO_SPACES = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff]+"
)
_CONTRACTIONS = {"can't": "cannot", "won't": "not", "what's": "what", "let's": "let"}
#: Pairs of words that are just as often written as one.
_PAIRS = {
    ("set", "up"): "setup", ("setting", "up"): "setup", ("use", "case"): "usecase",
    ("use", "cases"): "usecases", ("trade", "off"): "tradeoff", ("trade", "offs"): "tradeoffs",
    ("best", "practice"): "bestpractice", ("best", "practices"): "bestpractices",
    ("roll", "back"): "rollback", ("rolled", "back"): "rollback", ("log", "in"): "login",
    ("sign", "in"): "login", ("non", "blocking"): "nonblocking", ("real", "time"): "realtime",
    ("front", "end"): "frontend", ("back", "end"): "backend", ("back", "up"): "backup",
    ("data", "base"): "database", ("e", "mail"): "email", ("file", "system"): "filesystem",
    ("web", "socket"): "websocket", ("web", "sockets"): "websockets",
    ("micro", "services"): "microservices", ("micro", "service"): "microservice",
    ("instead", "of"): "over", ("rather", "than"): "over", ("as", "opposed"): "over",
    ("de", "serialize"): "deserialize",
}  # fmt: skip
_PHRASES: dict[str, dict[str, str]] = {}
for (_first, _second), _whole in _PAIRS.items():
    _PHRASES.setdefault(_first, {})[_second] = _whole
_SYNONYM = {stem(word): stem(group[0]) for group in (*SPELLINGS, *SYNONYMS) for word in group}
_WITH_SYNONYMS = frozenset(_SYNONYM.values())
_EXACT = {lemma(word): lemma(group[0]) for group in SPELLINGS for word in group}


_MAY_BE_NAMES = frozenset((TokenRole.FUNCTION, TokenRole.PREPOSITION))
# What reads as letters but is an ending or an abbreviation.
_NO_LETTERS = r"\((?:s|es)\)|(?<!\w)['’](?:s|t|re|ll|ve|d|m)\b(?!['’])|\b(?:e\.g|i\.e)\b\.?"


@lru_cache(maxsize=1 << 16)
def canonical(word: str) -> str:
    """Return the canonical form of a lower-case word: first synonym, digits, or stem."""
    number = NUMBER_WORDS.get(word)
    if number is not None:
        return number
    stemmed = stem(word)
    return _SYNONYM.get(stemmed, stemmed)


@lru_cache(maxsize=1 << 16)
def token_of(word: str) -> Token | None:
    """Return a lower-case word of prose as a token; None for punctuation."""
    if "'" in word:
        word = _without_apostrophe(word)
    word = _symbol_or_word(word)
    if not word:
        return None
    number = NUMBER_WORDS.get(word)
    if number is not None:
        return Token(word, number, number, TokenRole.CONTENT)
    canon, bare = canonical(word), lemma(word)
    governs = "over" if canon == "over" else LOOSE_PREPOSITIONS.get(word, "")
    if not governs and word in DIRECTED_PREPOSITIONS:
        governs = word
    return Token(word, canon, _EXACT.get(bare, bare), _role(word, governs), governs)


def _role(word: str, governs: str) -> TokenRole:
    if word in NEGATIONS:
        return TokenRole.NEGATION
    if governs:
        return TokenRole.PREPOSITION
    if word in FUNCTION_WORDS:
        return TokenRole.FUNCTION
    if word in EMPHASIS_WORDS:
        return TokenRole.EMPHASIS
    return TokenRole.CONTENT if word[0].isalnum() or word[0] in "_-" else TokenRole.SYMBOL


def tokens(parts: list[Fragment]) -> list[Token]:
    """Return the tokens of a text, in order.

    Words of code are stemmed but have no synonyms: `create` is not `write`. Scripts without spaces
    between words are cut into overlapping pairs of characters.
    """
    found: list[Token] = []
    for place, part in enumerate(parts, 1):
        if part.is_code:
            found.extend(
                Token(word, stem(word.lower()), word, TokenRole.CODE)
                for word in map(_symbol_or_word, _cut(part.text.replace("_", " ")))
                if word
            )
        else:
            _add_prose(_cut(_plain(part.text)), found, goes_on=place < len(parts))
    return found


def _plain(text: str) -> str:
    """Return prose without "(s)", "e.g.", and the ending of a code span's genitive."""
    if "(" in text or "'" in text or ".g" in text or ".e" in text:
        return re.sub(_NO_LETTERS, " ", text)
    return text


def _cut(text: str) -> list[str]:
    if " - " in text or " / " in text:
        text = re.sub(_MINUS_OR_BY, lambda sign: _AS_OPERATOR[sign[0]], text)
    words = _TOKEN.findall(text)
    if text.isascii() or not re.search(_NO_SPACES, text):
        return words
    return [gram for word in words for gram in _grams(word)]


def _grams(word: str) -> list[str]:
    """Return a word with runs of Chinese, Japanese, Thai or Khmer cut into bigrams."""
    grams: list[str] = []
    start = 0
    for run in re.finditer(_NO_SPACES, word):
        if run.start() > start:
            grams.append(word[start : run.start()])
        text = run[0]
        grams.extend(text[i : i + 2] for i in range(max(1, len(text) - 1)))
        start = run.end()
    if start < len(word):
        grams.append(word[start:])
    return grams


def _add_prose(words: list[str], found: list[Token], *, goes_on: bool) -> None:
    """Add the words of a stretch of prose; pairs that are often one word become one."""
    before = ""
    mixed = is_mixed(words)
    for place, word in enumerate(words):
        token = token_of(word.casefold())
        if token is None:
            continue
        if token.role in _MAY_BE_NAMES:
            if is_name(words, place, mixed=mixed, goes_on=goes_on):
                name = token.surface
                token = Token(name, name, name, TokenRole.CONTENT)
        elif token.canon in _WITH_SYNONYMS and is_quoted_or_kind(words, place, mixed=mixed):
            token = Token(token.surface, stem(token.surface), lemma(token.surface), token.role)
        if before in _PHRASES:
            joined = _PHRASES[before].get(token.surface)
            if joined is not None:
                whole = token_of(joined)
                if whole is not None:
                    found[-1] = whole._replace(surface=f"{before} {token.surface}")
                    before = joined
                    continue
        found.append(token)
        before = token.surface


def _without_apostrophe(word: str) -> str:
    if word.endswith("n't"):
        return _CONTRACTIONS.get(word, "not")
    if word in _CONTRACTIONS:
        return _CONTRACTIONS[word]
    return word.split("'", 1)[0] or word


def _symbol_or_word(run: str) -> str:
    """Return a word, or a run of symbols without brackets and punctuation; "" if none is left."""
    if run[0].isalnum() or run[0] == "_" or run[-1].isalnum():
        return run
    if _PUNCTUATION.issuperset(run):
        return run if run in ("<", ">", "||", "--", "//") else ""
    return run.strip("([{'\",;").rstrip(".:?)]}")
