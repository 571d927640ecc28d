"""What a source says of a quote that is being written: word for word, altered, or not there."""

from __future__ import annotations

import re
from collections.abc import Callable

from argmap.document.document import Document
from argmap.document.source_texts import texts_of
from argmap.model.claims import Claim
from argmap.rules.quotes import SourceText, has_words
from argmap.tui.session.fields import Field

__all__ = ["quote_check", "remark_on"]

# Characters of the source that are shown on either side of a quote.
_AROUND = 60


def quote_check(document: Document, field: Field) -> Callable[[str], str] | None:
    """Return what tells of a quote, while it is written, how the source's own words go.

    None where the field is no quote, or the words of its source are not at hand.
    """
    content = document.map.items[field.item].content
    if field.name != "quote" or not isinstance(content, Claim) or content.source is None:
        return None
    if isinstance(content.source, str):
        source = content.source
    else:
        citation = content.source[int(field.owner.rpartition(" ")[2]) - 1]
        source = citation.via or citation.source
    text = texts_of(document).texts.get(source)
    if text is None:
        return lambda _quote: f"The words of '{source}' are not at hand, so nothing is checked."
    words = SourceText(text)
    return lambda quote: remark_on(words, quote)


def remark_on(words: SourceText, quote: str) -> str:
    """Return a sentence about a quote, with the passage of the source around it."""
    if not has_words(quote):
        return "Write the words of the source, to the letter."
    miss = words.miss(quote)
    if miss is None:
        return f"✔ In the source: {_passage(words.text, quote)}"
    if miss.is_out_of_order:
        return "✖ The parts of the quote stand in another order in the source."
    if miss.passage is None:
        return "✖ The source does not say this."
    return f"✖ The source says: “{miss.passage}”"


def _passage(text: str, quote: str) -> str:
    """Return the text around the first words of a quote, on one line."""
    first = re.findall(r"\w+", quote)[:4]
    pattern = r"\W+".join(map(re.escape, first))
    found = re.search(pattern, text, re.IGNORECASE)
    if found is None:
        return quote
    start, end = max(0, found.start() - _AROUND), found.start() + len(quote) + _AROUND
    passage = " ".join(text[start:end].split())
    return f"{'…' * (start > 0)}{passage}{'…' * (end < len(text))}"
