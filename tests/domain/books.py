"""Codebooks that nobody would make by hand, for the tests of files."""

from hypothesis import strategies as st

from bouwstenen_app.domain.codebook import Code, Codebook, Dimension
from bouwstenen_app.domain.codebook_file import code_id, dimension_id
from bouwstenen_app.domain.codebook_given import Plan
from bouwstenen_app.domain.colours import colours_of
from bouwstenen_app.domain.matching import key

ODD = "=+-@'\";|\\,\n\tgewoon Zwáár 漢 ☂ sep"
text = st.text(ODD, max_size=12).map(lambda said: said.strip())
line = st.text(ODD.replace("\n", ""), max_size=12).map(lambda said: " ".join(said.split()))
word = line.filter(bool)


@st.composite
def books(draw: st.DrawFn) -> Codebook:
    """Make a codebook of two layers, in which names are told apart by their letters."""
    dimensions: list[Dimension] = []
    codes: list[Code] = []
    for at in range(draw(st.integers(1, 3))):
        slug = f"dim{at}"
        name = f"{draw(word)} D{at}"
        dimensions.append(Dimension(dimension_id(slug), slug, name, multiple=True, position=at + 1))
        top: str | None = None
        for row in range(draw(st.integers(0, 5))):
            one = _code(draw, slug, row, top if draw(st.booleans()) else None)
            codes.append(one)
            top = one.id if one.parent is None else top
    return Codebook("Boek", "1", tuple(dimensions), tuple(codes))


def _code(draw: st.DrawFn, dimension: str, row: int, parent: str | None) -> Code:
    slug = f"code{row}"
    made = colours_of(draw(st.sampled_from(("", "#BB4341", "#0000FF", "#FFEE00"))))
    return Code(
        id=code_id(dimension, slug),
        slug=slug,
        dimension=dimension,
        name=f"{draw(word)} N{row}",
        parent=parent,
        definition=draw(text),
        colour=made.light,
        colour_dark=made.dark,
        colour_tint=made.tint,
        synonyms=tuple({key(one): one for one in draw(st.lists(word, max_size=3))}.values()),
        abbreviations=tuple(dict.fromkeys(draw(st.lists(word, max_size=2)))),
        retired=draw(st.booleans()),
        favourite=draw(st.booleans()),
        position=row + 1,
    )


def built(plan: Plan) -> Codebook:
    """Return the codebook that comes of a plan in an empty workspace, with positions as in the file."""
    dimensions = [
        Dimension(id=one.id, slug=one.slug, **{**one.values, "position": at})
        for at, one in enumerate(plan.dimensions, start=1)
    ]
    codes: list[Code] = []
    for one in plan.codes:
        row = sum(code.dimension == one.dimension for code in codes) + 1
        codes.append(
            Code(id=one.id, slug=one.slug, dimension=one.dimension, parent=one.parent, position=row, **one.values)
        )
    return Codebook(plan.title, "1", tuple(dimensions), tuple(codes))


EMPTY = Codebook("", "", (), ())
