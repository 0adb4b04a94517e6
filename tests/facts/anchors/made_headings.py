"""Headings made by chance, for comparing anchors with those that other programs give.

They mix words of many scripts with all that can stand in a heading: marks, code, links, HTML,
entities, symbols and blanks of every kind; some stand several times in one document.
"""

import random
from collections.abc import Iterator


def _parted(text: str) -> list[str]:
    return text.replace("\n", "").split("|")


WORDS = _parted(
    """
Tables|Rows and columns|What is an index?|Why not|SQL|HTML|C++|C#|.NET|node.js|I/O|24/7|Q&A|
e.g.|don't|it’s|“quoted”|'single'|"double"|rock 'n' roll|OAuth 2.0|v1.2.3|2024-01-02|007|
100%|+1|x²|½|№ 5|a+b=c|2 * 3|5 < 6|6 > 5|(see below)|[x]|[ ]|{braces}|@name|#tag|a/b/c|
back\\slash|well-known|a -- b|a---b|wait...|café|naïve|Über uns|GRÜSSE|ẞ|İstanbul|Привет|Ёж|
日本語|表と行|한국어|العربية|עברית|हिन्दी|ไทย|Ελλάδα|ΣΊΣΥΦΟΣ|ﬁne|Ⓐ|🅰|①|Ⅳ|ª|µ|٣|१|ℵ|∑|→|—|–|
…|™|€|§ 3|¿Qué?|、|：|「x」|🚀|👩‍💻|⚠️|1️⃣|🇩🇪|:rocket:|:white_check_mark:|ﬀ|ǅ|K|ı|e\u0301|
no\xa0break|a\u200bb|soft\xadhyphen|wide\u3000blank|two  blanks|tab\there
"""
)
MARKED = _parted(
    """
**bold**|__bold__|*it*|_it_|***both***|**a** and **b**|_a b_c_|a*b*c|a_b_c|__init__|
snake_case|_|*|**|~~gone~~|`code`|`a_b`|`__init__`|`a  b`|` x `|`` a ` b ``|`<T>`|`&amp;`|
`*a*`|`[a](b)`|`--force`|[link](https://example.org/a_b)|[`code`](x.md)|[**b** c](x.md)|
[a [b] c](x.md)|[a](<x y.md>)|[two words](x.md "title")|[ref][none]|[none][]|
![alt text](x.png)|[![alt](x.png)](y.md)|<https://example.org/a_b>|https://example.org/a|
mail@example.org|\\*stars\\*|\\_line\\_|\\`x\\`|\\[x\\]|<b>bold</b>|
<i class="x">slanted</i>|<kbd>Ctrl</kbd>|<br>|<br/>|<a name="here"></a>|<a id='there'></a>|
<img src="x.png" alt="Alt">|<!-- note -->|<T>|List<T>|Map<K, V>|Func<string,string>|a<b|
a < b > c|<<x>>|<3|\\<T\\>|&amp;|&lt;T&gt;|&copy;|&nbsp;|&#39;|&eacute;|&none;|AT&T
"""
)
JOINS = (" ", " ", " ", " ", " ", "", ": ", " - ", ", ", " / ", "  ", ". ", "-", "_")
FRONTS = ("", "", "", "", "1. ", "1.2 ", "2.10. ", "3) ", "-", "- ", "Step 4: ", "🚀 ", "_")
BACKS = ("", "", "", "", "", "?", "!", ".", ":", " -", " ", "-1", " 1", "_1", " {x}", " {#own}")


def documents(count: int, seed: int = 1) -> Iterator[list[str]]:
    """Yield the headings of so many documents, ten in each."""
    draws = random.Random(seed)
    for _ in range(count):
        headings: list[str] = []
        while len(headings) < 10:
            if headings and draws.random() < 0.2:
                headings.append(draws.choice(headings))
            elif heading := _heading(draws):
                headings.append(heading)
        yield headings


def _heading(draws: random.Random) -> str:
    """Make a heading; without blanks at its ends, which are none of it."""
    text = draws.choice(FRONTS)
    for place in range(draws.choice((1, 1, 2, 2, 3, 4))):
        text += draws.choice(JOINS) if place else ""
        text += draws.choice(WORDS if draws.random() < 0.55 else MARKED)
    text = (text + draws.choice(BACKS)).strip(" \t")
    return text.rstrip("#").rstrip(" \t")
