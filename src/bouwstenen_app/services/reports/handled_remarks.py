"""What was done with the remarks of reviewers (*verwerking van opmerkingen*): a document to send back to them."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Cell, Item, Paragraph, Report, Run, Section, Table, TitlePage
from bouwstenen_app.domain.reviews import (
    ACCEPTED,
    ADDITION,
    ANSWERED,
    COMMENT,
    OPEN,
    OUTCOMES,
    REJECTED,
    UNKNOWN_AUTHOR,
    Remark,
    Review,
)
from bouwstenen_app.services.reports.pieces import NOTHING, body, shortened

TITLE: Final = "Verwerking van opmerkingen"
GENERAL: Final = "Het hele document"
WORDS: Final[Mapping[str, str]] = {
    OPEN: "nog niet behandeld",
    ACCEPTED: "overgenomen",
    REJECTED: "niet overgenomen",
    ANSWERED: "beantwoord",
}
_ORDER: Final = (ACCEPTED, REJECTED, ANSWERED, OPEN)
_SHORT: Final = {OPEN: "nog open"}
_AROUND: Final = 6
"""Words that stay visible before and behind what was changed."""
_LONGEST_PLACE: Final = 90


def report(remarks: Sequence[Remark], reviews: Sequence[Review], on: datetime.date) -> Report:
    """Return what was done with each remark, in the order of the document; Problem when there are none."""
    if not remarks:
        raise Problem("Er zijn nog geen opmerkingen ingelezen. Lees eerst een document van een meelezer terug.")
    files = dutch.counted(len(reviews), "document", "documenten")
    count = dutch.counted(len(remarks), "opmerking", "opmerkingen")
    return Report(
        TitlePage(TITLE, f"{count} uit {files}", date=dutch.day(on)),
        (
            Section("In het kort", 1, tuple(_short(remarks)), "kort"),
            Section(
                "Wat er met elke opmerking is gedaan",
                1,
                (_told(remarks), _table(remarks)),
                "verwerking",
                landscape=True,
            ),
        ),
        subject=TITLE,
        keywords=("bouwstenen", "meelezen"),
        compact=True,
    )


def _counted(remarks: Sequence[Remark], known: Sequence[str]) -> str:
    if len(remarks) == 1:
        return f"Er is 1 opmerking: {WORDS[remarks[0].outcome]}."
    return f"Van {dutch.number(len(remarks))} opmerkingen: {dutch.enumerated(known)}."


def _short(remarks: Sequence[Remark]) -> Iterator[Item]:
    counts = Counter(one.outcome for one in remarks)
    known = [f"{dutch.number(counts[outcome])} {WORDS[outcome]}" for outcome in _ORDER
             if counts[outcome]]  # fmt: skip
    yield Paragraph((Run(_counted(remarks, known)),), "lead")
    people = list(dict.fromkeys(one.author or UNKNOWN_AUTHOR for one in remarks))
    if len(people) > 1:
        yield body("Per meelezer staat hieronder hoeveel opmerkingen er waren en wat ermee is gedaan.")
        yield _people(remarks, people)
    if counts[OPEN]:
        verb = "wacht" if counts[OPEN] == 1 else "wachten"
        what = dutch.counted(counts[OPEN], "opmerking", "opmerkingen")
        yield Paragraph((Run(f"{what} {verb} nog op een antwoord."),), "note")


def _people(remarks: Sequence[Remark], people: Sequence[str]) -> Table:
    counts = Counter((one.author or UNKNOWN_AUTHOR, one.outcome) for one in remarks)
    shown = [outcome for outcome in _ORDER if any(counts[person, outcome] for person in people)]
    rows = tuple(
        (
            Cell(person),
            Cell(dutch.number(sum(counts[person, outcome] for outcome in OUTCOMES))),
            *(Cell(dutch.number(counts[person, outcome])) for outcome in shown),
        )
        for person in people
    )
    return Table(
        "Opmerkingen per meelezer",
        ("Meelezer", "Aantal", *(dutch.capitalised(_SHORT.get(one, WORDS[one])) for one in shown)),
        rows,
        "Per meelezer het aantal opmerkingen, en wat er met die opmerkingen is gedaan.",
        (2.4, 1.1, *(1.8 for _ in shown)),
        frozenset(range(1, len(shown) + 2)),
    )


def _told(remarks: Sequence[Remark]) -> Paragraph:
    named = any(one.author for one in remarks)
    privacy = " De namen van meelezers staan erbij: deel deze lijst alleen met hen." if named else ""
    return body(f"De opmerkingen staan in de volgorde van het document.{privacy}")


def _table(remarks: Sequence[Remark]) -> Table:
    return Table(
        "Opmerkingen en wat ermee is gedaan",
        ("Nr", "Plaats", "Meelezer", "Opmerking of voorstel", "Verwerking", "Antwoord"),
        tuple(_row(number, one) for number, one in enumerate(remarks, start=1)),
        "Per opmerking de plaats, wie haar maakte, wat er staat, wat ermee is gedaan en het antwoord.",
        (0.5, 2.3, 2.0, 3.6, 1.6, 2.0),
        frozenset({0}),
    )


def _row(number: int, one: Remark) -> tuple[Cell, ...]:
    when = dutch.day(datetime.date.fromisoformat(one.date[:10])) if _is_day(one.date[:10]) else ""
    return (
        Cell(dutch.number(number)),
        Cell(place(one)),
        Cell("\n".join(filter(None, (one.author or UNKNOWN_AUTHOR, when)))),
        Cell(said(one)),
        Cell(WORDS.get(one.outcome, one.outcome)),
        Cell(one.answer or NOTHING),
    )


def place(one: Remark) -> str:
    """Return where a remark stands: the number of its block or bundle with the heading, or only that."""
    heading = one.heading.removeprefix(one.spoken_id).strip()
    return shortened(f"{one.spoken_id} {heading}".strip() or GENERAL, _LONGEST_PLACE)


def said(one: Remark) -> str:
    """Return what a remark says: the comment with the words it is about, or what was and what it becomes."""
    if one.kind == COMMENT:
        about = f"Bij “{shortened(one.quote)}”: " if one.quote else ""
        reply = f"In antwoord op “{shortened(one.before)}”: " if one.before else ""
        return f"{about}{reply}{one.text}"
    if one.kind == ADDITION:
        return f"Erbij: {one.after}"
    was, becomes = changed(one.before, one.after)
    if not one.before:
        return f"Voorstel: {one.after}" if one.after else "Voorstel: deze tekst weglaten."
    if not one.after:
        return f"Weglaten: {was}"
    return f"Was: {was}\nVoorstel: {becomes}"


def changed(before: str, after: str) -> tuple[str, str]:
    """Return two texts from a little before to a little behind where they differ."""
    old, new = before.split(), after.split()
    start = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    most = min(len(old), len(new)) - start
    end = next((n for n in range(most) if old[-1 - n] != new[-1 - n]), most)
    return _excerpt(old, start, end), _excerpt(new, start, end)


def _excerpt(words: Sequence[str], start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), len(words) - max(0, end - _AROUND)
    shown = " ".join(words[first:last])
    return f"{'… ' if first else ''}{shown}{' …' if last < len(words) else ''}"


def _is_day(text: str) -> bool:
    try:
        datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return True
