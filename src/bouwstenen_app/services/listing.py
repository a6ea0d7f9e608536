"""Blocks and drafts as plain fields with Dutch names, for scripts and for the eye."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bouwstenen_app.domain import capture as grammar
from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.capture import Draft, Suggestion
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.domain.completion import complete
from bouwstenen_app.services.capturing import Captured


def of_block(block: Block, book: Codebook, titles: Mapping[str, str]) -> dict[str, Any]:
    """Return the fields of a block; codes by their id in the codebook, the session by its title."""
    return {
        "nummer": block.spoken_id,
        "titel": block.title,
        "toelichting": block.explanation,
        "voorbeeld": block.example,
        "voorwaarden": list(block.conditions),
        "vervolgstap": block.next_step,
        **_codes(block.codes, book),
        "stemmen": block.votes,
        "sessie": titles.get(block.workshop, ""),
        "ronde": block.round,
        "status": block.status,
        "onbekende_tags": list(block.unknown_tags),
        "suggesties": _suggested(block, grammar.suggestions(grammar.said(block), book, without=block.codes), book),
        **_table(block.table),
    }


def of_draft(draft: Draft, book: Codebook) -> dict[str, Any]:
    """Return the fields of a line as the grammar reads it, without what only a stored block has."""
    return {
        "titel": draft.title,
        "toelichting": draft.explanation,
        "voorbeeld": draft.example,
        "voorwaarden": list(draft.conditions),
        "vervolgstap": draft.next_step,
        **_codes(draft.codes, book),
        "stemmen": draft.votes,
        "onbekende_tags": list(draft.unknown_tags),
        "suggesties": _suggested(draft, draft.suggestions, book),
        **_table(draft.table),
    }


def in_a_line(block: Block, book: Codebook) -> str:
    """Return a block on one line: number, title, tags and votes."""
    names = [book.code(code).name for code in block.codes if book.code(code).dimension in (DOMAIN, THEME, KIND)]
    tags = f"  [{', '.join([*names, *block.unknown_tags])}]" if names or block.unknown_tags else ""
    votes = f"  {dutch.counted(block.votes, 'stem', 'stemmen')}" if block.votes else ""
    return f"{block.spoken_id}  {block.title}{tags}{votes}"


def explained(draft: Draft, book: Codebook) -> Iterator[str]:
    """Yield how a line was read, a part on each line."""
    yield draft.title or "(geen tekst)"
    parts = (
        ("toelichting", draft.explanation),
        ("voorbeeld", draft.example),
        ("nodig", "; ".join(draft.conditions)),
        ("vervolgstap", draft.next_step),
        ("tags", ", ".join(book.code(code).name for code in draft.codes)),
        ("nieuw voorstel", ", ".join(draft.unknown_tags)),
        ("stemmen", str(draft.votes or "")),
        ("tafel", str(draft.table or "")),
    )
    yield from (f"  {name}: {text}" for name, text in parts if text)


def remarks(captured: Captured) -> Iterator[str]:
    """Yield what a person should know about a line that was kept."""
    draft = captured.draft
    if draft.unknown_tags:
        tags = dutch.enumerated(draft.unknown_tags)
        one = "staat niet in het codeboek en is bewaard als voorstel"
        many = "staan niet in het codeboek en zijn bewaard als voorstel"
        yield f"{captured.spoken_id}: {tags} {one if len(draft.unknown_tags) == 1 else many}."
    if draft.only_tags:
        yield f"{captured.spoken_id}: deze bouwsteen heeft alleen tags en nog geen tekst."
    if draft.removed:
        one, many = "teken dat niet in een document past, is", "tekens die niet in een document passen, zijn"
        yield f"{captured.spoken_id}: {dutch.counted(draft.removed, one, many)} weggehaald."


def _codes(codes: Sequence[str], book: Codebook) -> dict[str, Any]:
    kinds = book.select(codes, KIND)
    return {
        "soort": kinds[0].slug if kinds else None,
        "domeinen": [code.slug for code in book.select(codes, DOMAIN)],
        "themas": [code.slug for code in book.select(codes, THEME)],
        "codes": _slugs(codes, book),
    }


def _table(number: int | None) -> dict[str, int]:
    """Return the table as a field, only of what has one: scripts know the other fields by their order."""
    return {"tafel": number} if number else {}


def _suggested(block: Block | Draft, named: Iterable[Suggestion], book: Codebook) -> list[str]:
    """Return the codes that words of the text name, and then those that each unknown tag could become."""
    words = [suggestion.code for suggestion in named]
    tags = [choice.code for tag in block.unknown_tags for choice in complete(tag, len(tag), book).choices]
    return _slugs([code for code in dict.fromkeys((*words, *tags)) if code not in block.codes], book)


def _slugs(codes: Sequence[str], book: Codebook) -> list[str]:
    return [book.code(code).slug for code in codes if code in book.by_id]
