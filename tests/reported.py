"""Guides that a report has something to say of in every section, and its pages read back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

OLD = """# Kitchens

## 1. Heat

### 1.1 Stoves
- **Description**: What is hot.
- **Questions**:
  - How is a pan kept from warping?
  - Which fuel is cheapest to cook with?

### 1.2 Ovens
- **Description**: What bakes.
- **Path to detailed notes**: `notes/ovens.md`
- **Questions**:
  - How long does an oven heat up?

## 2. Knives

### 2.1 Steel
- **Description**: What keeps an edge.
- **Questions**:
  - What does carbon do to steel?
"""
NEW = """# Kitchens

## 1. Heat

### 1.1 Stoves
- **Description**: What gets hot, and how fast.
- **Prerequisites**: Ovens
- **Questions**:
  - How do you keep a pan from warping?
  - Which fuel is cheapest to cook with?
  - Which fuel is cheapest to cook with?

### 1.2 Ovens
- **Description**: What bakes.
- *(Individual file to be created, e.g., `notes/ovens.md`)*
- **Questions**:
  - How long does an oven heat up?

## 2. Blades

### 2.2 Whetstones
- **Description**: What makes an edge.
- **Prerequisites**: Stoves, Grit, Honing
- **Questions**:
  - Which grit comes first?

### 2.3 Honing
- **Description**: What straightens an edge.
- **Prerequisites**: Whetstones
- **Questions**:
  - When is honing not enough?
"""
CONFIG = """
[[curriculum]]
versions = ["old.md", "new.md"]
output = "kitchens.md"
"""
DIALECT = """# Questions about tea

### 1. What is oolong?

A tea between green and black.

### 2. Why does tea turn bitter?

Too hot, or too long.

### 3. How hot is water for green tea?

Eighty degrees.

### 4. Who drinks tea with butter?

People in the mountains.

### 5. When is tea picked?

In spring.
"""

INLINE = {"a", "code", "del", "ins", "mark", "small", "span", "strong"}
VOID = {"meta", "br", "hr", "img", "input", "link"}


def write_kitchens(folder: Path) -> Path:
    """Write two versions of a curriculum with their config; return the folder."""
    (folder / "old.md").write_text(OLD, encoding="utf-8")
    (folder / "new.md").write_text(NEW, encoding="utf-8")
    (folder / "curriculum.toml").write_text(CONFIG, encoding="utf-8")
    return folder


@dataclass
class Element:
    """An element of a page, with what it holds."""

    tag: str
    attributes: dict[str, str]
    inside: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, with single blanks."""
        return " ".join(self._whole_text.split())

    @property
    def _whole_text(self) -> str:
        parts = (each._whole_text if isinstance(each, Element) else each for each in self.inside)
        text = "".join(parts)
        return text if self.tag in INLINE else f" {text} "

    def all(self, tag: str | None = None, of_class: str | None = None) -> Iterator["Element"]:
        """Yield the elements below it, in the order of the page."""
        for each in self.inside:
            if isinstance(each, Element):
                classes = each.attributes.get("class", "").split()
                if tag in (None, each.tag) and (of_class is None or of_class in classes):
                    yield each
                yield from each.all(tag, of_class)

    def one(self, name: str) -> "Element":
        """Return the element with an id."""
        (found,) = (each for each in self.all() if each.attributes.get("id") == name)
        return found


class _Reader(HTMLParser):
    """Reads a page, and is strict about what it opens and closes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [Element("", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute twice: <{tag} {names}>"
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open[-1].tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read_page(html: str) -> Element:
    """Return a page as elements; fails where something is not closed, or an id is there twice."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert len(reader.open) == 1, f"never closed: <{reader.open[-1].tag}>"
    page = reader.open[0]
    ids = [each.attributes["id"] for each in page.all() if "id" in each.attributes]
    assert sorted(ids) == sorted(set(ids))
    return page
