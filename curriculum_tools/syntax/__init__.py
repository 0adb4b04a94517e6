"""From Markdown text to a guide and back, without loss.

Comes in: the source of a guide and its dialect. Goes out: the content tree with places, the leaves
that tile the text, and what was read only by guessing (`parse`); or the text of a tree (`write`).
`blocks` finds the blocks with markdown-it, `outline` decides what each heading is, `recognisers`
claim the blocks one kind each and fill `sections`. Nothing here raises, whatever the text is.
"""
