"""Everything of made-up workspaces, with every awkward character, for the tests of what goes out."""

from datetime import date

from hypothesis import strategies as st
from tests.domain.books import books

from bouwstenen_app.domain.blocks import READ_BACKS, RELEASES, STATUSES, Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.everything import Everything
from bouwstenen_app.domain.workshops import Attendance, Round, Workshop

TRICKY = st.sampled_from(
    (
        "=1+1",
        "<b>&amp;",
        "]]>",
        '"',
        "😀👩🏽‍⚕️",
        "e\u0301",
        "محمد",
        "> citaat",
        "- streep",
        "# kop",
        "\t",
        "a\n\nb",
        "_x0041_",
        "'",
        ";",
    )
)
texts = st.lists(TRICKY | st.text(max_size=8), max_size=4).map(lambda parts: clean("".join(parts)).text.strip())


def _id(kind: int, number: int) -> str:
    return f"{kind:08x}{number:024x}"


@st.composite
def everythings(draw: st.DrawFn) -> Everything:
    """Draw what a workspace can hold."""
    book: Codebook = draw(books())
    workshops = tuple(
        Workshop(
            _id(1, number),
            draw(texts),
            draw(st.none() | st.dates(date(2024, 1, 1), date(2027, 1, 1))),
            region=draw(texts),
            participants=draw(st.integers(0, 30)),
            rounds=tuple(
                Round(_id(2, 9 * number + n), draw(texts), n, draw(texts))
                for n in range(1, draw(st.integers(1, 3)))
            ),
            attendance=tuple(Attendance(draw(texts), n) for n in range(draw(st.integers(0, 2)))),
            fictional=draw(st.booleans()),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    blocks = tuple(
        _block(draw, _id(3, 100 * place + number), number + 1, workshop.id, book)
        for place, workshop in enumerate(workshops)
        for number in range(draw(st.integers(0, 3)))
    )
    inside = tuple(block.id for block in blocks[:2])
    bundles = (Bundle(_id(4, 1), 1, draw(texts), draw(texts), draw(texts), contributions=inside),) if inside else ()
    return Everything(draw(texts), "2026-11-30T17:00:00+01:00", book, workshops, blocks, bundles)


def _block(draw: st.DrawFn, identity: str, number: int, workshop: str, book: Codebook) -> Block:
    return Block(
        identity,
        f"RH-{identity[-4:]}",
        number,
        workshop,
        title=draw(texts),
        explanation=draw(texts),
        example=draw(texts),
        conditions=tuple(filter(None, draw(st.lists(texts, max_size=2)))),
        next_step=draw(texts),
        codes=tuple(draw(st.lists(st.sampled_from([code.id for code in book.codes]), max_size=3, unique=True)))
        if book.codes
        else (),
        votes=draw(st.integers(0, 20)),
        round=draw(st.none() | st.integers(1, 3)),
        table=draw(st.none() | st.integers(1, 9)),
        captured_at=draw(st.sampled_from(("", "2026-11-30T10:11:12"))),
        status=draw(st.sampled_from(STATUSES)),
        release=draw(st.sampled_from(RELEASES)),
        held_back=draw(st.booleans()),
        note=draw(texts),
        minority=draw(texts),
        read_back=draw(st.sampled_from(("", *READ_BACKS))),
    )
