"""Sessions in JSON of the shape of the examples (``voorbeeldsessies/1``): read with care, value by value."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from bouwstenen_app.domain import given_blocks
from bouwstenen_app.domain.blocks import INPUTS
from bouwstenen_app.domain.cleaning import MARK, clean
from bouwstenen_app.domain.coded_fields import CODED
from bouwstenen_app.domain.given_blocks import GivenBlock, GivenSession, Remark
from bouwstenen_app.domain.given_csv import too_long
from bouwstenen_app.domain.given_rows import LONGEST_TITLE, MOST_TABLES, MOST_VOTES, read_day, titled
from bouwstenen_app.domain.person_columns import REASON, fields_left_out

FORMAT: Final = "voorbeeldsessies/1"
_TEXTS: Final[Mapping[str, str]] = {
    "starttijd": "start_time",
    "plaats": "place",
    "locatie": "location",
    "facilitator_rol": "facilitator_role",
    "medefacilitator_rol": "co_facilitator_role",
    "opdrachtgever_rol": "client_role",
    "hoofdvraag": "main_question",
    "stemregel": "vote_rule",
}
_NUMBERS: Final[Mapping[str, str]] = {
    "duur_minuten": "minutes",
    "aantal_deelnemers": "participants",
    "tafels": "tables",
}


def read(data: Mapping[str, Any], name: str) -> tuple[list[GivenBlock], list[Remark]]:
    """Return the blocks of all sessions in a file, and what was no session or no block."""
    blocks: list[GivenBlock] = []
    remarks: list[Remark] = [*_of_people(data)]
    for place, item in enumerate(_listed(data.get("sessies")), start=1):
        if not isinstance(item, Mapping) or not _text(item.get("titel")):
            remarks.append(Remark(f"sessie {place}", "", "er staat geen titel bij"))
            continue
        session = _session(item)
        clusters = {_text(one.get("id")): _text(one.get("naam")) for one in _maps(item.get("clusters"))}
        for number, raw in enumerate(_listed(item.get("bouwstenen")), start=1):
            where = f"sessie “{session.title}”, bouwsteen {number}"
            block = _block(raw, where, session, clusters) if isinstance(raw, Mapping) else None
            if block is None:
                remarks.append(Remark(where, "", "er staat geen titel bij"))
            else:
                blocks.append(block)
            if len(blocks) > given_blocks.MOST_ROWS:
                raise too_long(name)
    return blocks, remarks


def _of_people(data: Mapping[str, Any]) -> Iterator[Remark]:
    """Yield which fields hold who somebody is, each once: they are not read."""
    sessions = _maps(data.get("sessies"))
    items = [*sessions, *(block for item in sessions for block in _maps(item.get("bouwstenen")))]
    for name in dict.fromkeys(name for item in items for name in fields_left_out(item)):
        yield Remark(f"veld “{name[:LONGEST_TITLE]}”", "", REASON)


def _session(item: Mapping[str, Any]) -> GivenSession:
    on = read_day(_text(item.get("datum")))
    fields: dict[str, Any] = {own: _text(item.get(theirs)) for theirs, own in _TEXTS.items()}
    fields |= {own: _number(item.get(theirs), 100_000) or 0 for theirs, own in _NUMBERS.items()}
    fields["agreements"] = [text for one in _listed(item.get("afspraken")) if (text := _text(one))]
    fields["fictional"] = item.get("fictief") is True
    people = item.get("deelnemers_per_organisatietype")
    present = people.items() if isinstance(people, Mapping) else ()
    return GivenSession(
        title=_line(item.get("titel")),
        date=on.isoformat() if on else "",
        region=_line(item.get("regio")),
        source=_line(item.get("id")),
        fields=fields,
        rounds=tuple(map(_round, _maps(item.get("agenda")))),
        attendance=tuple((_text(who)[:LONGEST_TITLE], _number(count, 100_000) or 0) for who, count in present),
    )


def _round(step: Mapping[str, Any]) -> Mapping[str, Any]:
    return {
        "number": _number(step.get("ronde"), MOST_TABLES),
        "name": _line(step.get("onderdeel")),
        "method": _text(step.get("vorm")),
        "question": _text(step.get("prompt")),
        "minutes": _number(step.get("minuten"), 100_000) or 0,
    }


def _block(
    raw: Mapping[str, Any], place: str, session: GivenSession, clusters: Mapping[str, str]
) -> GivenBlock | None:
    title, explanation = titled(_text(raw.get("titel")), _text(raw.get("omschrijving")))
    if not title:
        return None
    example, next_step = _text(raw.get("praktijkvoorbeeld")), _text(raw.get("vervolgstap"))
    source, round_number = _line(raw.get("id")), _number(raw.get("ronde"), MOST_TABLES)
    kind = _text(raw.get("invoer"))
    return GivenBlock(
        place=place,
        key=f"{session.source or session.title}:{source or place}",
        texts={"title": title, "explanation": explanation, "example": example, "next_step": next_step},
        conditions=tuple(text for one in _listed(raw.get("voorwaarden")) if (text := _text(one))),
        tags=tuple(_tags(raw)),
        votes=_number(raw.get("stemmen"), MOST_VOTES) or 0,
        table=_number(raw.get("tafel"), MOST_TABLES),
        round=str(round_number) if round_number else "",
        cluster=clusters.get(_text(raw.get("cluster")), ""),
        time=_line(raw.get("tijd"))[:8],
        input_kind=kind if kind in INPUTS else "",
        source=source,
        session=session,
    )


def _tags(raw: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, dimension in CODED.items():
        value = raw.get(name)
        for one in [value] if isinstance(value, str) else _listed(value):
            if text := _text(one):
                yield dimension, text


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _maps(value: object) -> list[Mapping[str, Any]]:
    return [one for one in _listed(value) if isinstance(one, Mapping)]


def _text(value: object) -> str:
    return clean(value[: given_blocks.LONGEST_TEXT], mark=MARK).text.strip() if isinstance(value, str) else ""


def _line(value: object) -> str:
    return " ".join(_text(value).split())[:LONGEST_TITLE]


def _number(value: object, most: int) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= most else None
