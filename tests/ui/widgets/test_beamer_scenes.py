"""The scenes and lists for the room: what is on them is whole, in its place, and large enough."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication

from bouwstenen_app.domain.beamer import CLUSTERS, PHOTO, READ_BACK, VOTES
from bouwstenen_app.domain.blocks import CONFIRMED, NOT_RECOGNISED
from bouwstenen_app.domain.stage import ShownBlock, ShownCluster, Stage
from bouwstenen_app.domain.workshops import ONLY_COUNT
from bouwstenen_app.ui.widgets.beamer_pieces import Page, Plane, Words
from bouwstenen_app.ui.widgets.beamer_scenes import pages_of
from bouwstenen_app.ui.widgets.beamer_type import SMALLEST, Typesetter

TITLE = "Een wijkagent belt het lokale team nog dezelfde dag na een melding, met mandaat van beide"
LONG_WORD = "Arbeidsongeschiktheidsverzekeringsmaatschappij"
SIZES = [(1280, 720), (3840, 2160), (1024, 768), (640, 360)]


@pytest.fixture(params=SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def picture(request: pytest.FixtureRequest, qapp: QApplication) -> tuple[Typesetter, QRectF]:
    type = Typesetter(*request.param)
    return type, QRectF(type.px(72), type.px(250), request.param[0] - type.px(144), type.px(540))


def blocks(count: int, title: str = TITLE, **fields: int) -> tuple[ShownBlock, ...]:
    return tuple(ShownBlock(f"b{n}", n, f"{title} {n}", "#7ad0a4", **fields) for n in range(count, 0, -1))


def all_pages(stage: Stage, picture: tuple[Typesetter, QRectF]) -> list[Page]:
    type, area = picture
    return list(pages_of(stage, type, area, whole=True) or pages_of(stage, type, area))


def check(pages: list[Page], picture: tuple[Typesetter, QRectF], *, smallest: float = SMALLEST) -> None:
    """Nothing lies outside the area, on another card, or is too small."""
    _, area = picture
    for page in pages:
        cards = [piece.rect for piece in page.pieces if isinstance(piece, Plane) and piece.role == "stage-card"]
        for place, card in enumerate(cards):
            assert area.adjusted(-1, -1, 1, 1).contains(card)
            assert not any(card.adjusted(1, 1, -1, -1).intersects(other) for other in cards[place + 1 :])
        for piece in page.pieces:
            if isinstance(piece, Words):
                assert piece.set.size >= smallest
                assert area.adjusted(-1, -1, 1, 1).contains(
                    QRectF(piece.x, piece.y, piece.set.width, piece.set.height)
                )


@pytest.mark.parametrize("count", [1, 2, 4, 12, 40, 120])
def test_every_title_of_a_round_is_there_whole_and_large_enough(
    count: int, picture: tuple[Typesetter, QRectF]
) -> None:
    stage = Stage(blocks=blocks(count), total=count)
    pages = all_pages(stage, picture)

    assert [text for page in pages for text in page.texts] == [block.title for block in stage.blocks]
    assert sum(page.blocks for page in pages) == count
    check(pages, picture)


def test_few_blocks_have_larger_type_than_many(picture: tuple[Typesetter, QRectF]) -> None:
    def size(count: int) -> float:
        page = all_pages(Stage(blocks=blocks(count), total=count), picture)[0]
        return next(piece.set.size for piece in page.pieces if isinstance(piece, Words))

    assert size(1) > size(8) >= size(40) == SMALLEST


def test_a_long_word_stays_in_one_piece_where_it_can(picture: tuple[Typesetter, QRectF]) -> None:
    (page,) = all_pages(Stage(blocks=blocks(2, LONG_WORD), total=2), picture)
    check([page], picture)

    for piece in page.pieces:
        if isinstance(piece, Words):
            first = piece.set.layout.lineAt(0)
            assert first.textLength() >= len(LONG_WORD)


def test_one_endless_title_becomes_small_and_the_others_stay_readable(picture: tuple[Typesetter, QRectF]) -> None:
    endless = ShownBlock("x", 9, (TITLE + " ") * 12)
    pages = all_pages(Stage(blocks=(endless, *blocks(3)), total=4), picture)

    assert pages[0].texts[0] == endless.title
    check(pages, picture, smallest=8)


def test_only_the_number_is_very_large(picture: tuple[Typesetter, QRectF]) -> None:
    (page,) = all_pages(Stage(mode=ONLY_COUNT, total=38, round_number=2), picture)

    assert page.texts == ("38", "bouwstenen in deze ronde")
    assert next(piece.set.size for piece in page.pieces if isinstance(piece, Words)) > 200


@pytest.mark.parametrize("count", [1, 12, 90])
def test_a_list_to_vote_on_gives_every_number_with_its_title(
    count: int, picture: tuple[Typesetter, QRectF]
) -> None:
    stage = Stage(VOTES, blocks=tuple(reversed(blocks(count))), total=count)
    pages = all_pages(stage, picture)
    texts = [text for page in pages for text in page.texts]

    assert texts == [text for block in stage.blocks for text in (str(block.number), block.title)]
    assert not any(
        isinstance(piece, Plane) and piece.role == "stage-accent" for page in pages for piece in page.pieces
    )
    check(pages, picture)


@pytest.mark.parametrize("count", [3, 40])
def test_revealed_votes_have_a_bar_as_long_as_their_share(count: int, picture: tuple[Typesetter, QRectF]) -> None:
    known = tuple(ShownBlock(f"b{n}", n, f"{TITLE} {n}", votes=count - n) for n in range(1, count + 1))
    pages = all_pages(Stage(VOTES, blocks=known, total=count, votes_shown=True), picture)
    check(pages, picture)
    planes = [piece for page in pages for piece in page.pieces if isinstance(piece, Plane)]
    tracks = [plane.rect.width() for plane in planes if plane.role == "stage-line"]
    bars = [plane.rect.width() for plane in planes if plane.role == "stage-accent"]

    assert (len(tracks), len(bars)) == (count, count - 1)  # the last one has no votes, and no bar
    for bar, track, block in zip(bars, tracks, known, strict=False):
        assert bar == pytest.approx(track * block.votes / known[0].votes)


@pytest.mark.parametrize("sizes", [(4, 3, 2), (0,), (14, 9, 6, 5, 3, 2, 8), (60,)])
def test_every_cluster_stands_with_its_name_above_its_titles(
    sizes: tuple[int, ...], picture: tuple[Typesetter, QRectF]
) -> None:
    clusters = tuple(
        ShownCluster(f"Cluster {n}", tuple(ShownBlock(f"{n}.{b}", b, f"{TITLE} {n}.{b}") for b in range(size)))
        for n, size in enumerate(sizes)
    )
    pages = all_pages(Stage(CLUSTERS, clusters=clusters, total=sum(sizes)), picture)
    check(pages, picture)
    texts = [text for page in pages for text in page.texts if text != "•" and not text.endswith("(vervolg)")]

    assert texts == [text for c in clusters for text in (c.name, *(block.title for block in c.blocks))]
    assert sum(page.blocks for page in pages) == sum(sizes)


@pytest.mark.parametrize("title", ["Kort", TITLE, LONG_WORD, TITLE * 15])
def test_a_block_that_is_read_back_fills_the_picture(title: str, picture: tuple[Typesetter, QRectF]) -> None:
    stage = Stage(READ_BACK, blocks=(ShownBlock("b", 14, title, read_back=NOT_RECOGNISED),))
    pages = all_pages(stage, picture)

    assert [page.texts for page in pages] == [(title, "Niet herkend")]
    check(pages, picture, smallest=8)


def test_an_answer_of_the_group_has_words_beside_its_colour(picture: tuple[Typesetter, QRectF]) -> None:
    def texts(read_back: str) -> tuple[str, ...]:
        stage = Stage(READ_BACK, blocks=(ShownBlock("b", 14, "Samen", read_back=read_back),))
        return all_pages(stage, picture)[0].texts

    assert (texts(""), texts(CONFIRMED)) == (("Samen",), ("Samen", "Bevestigd"))


@pytest.mark.parametrize("scene", ["bouwstenen", VOTES, CLUSTERS, READ_BACK, PHOTO])
def test_there_is_always_a_page(scene: str, picture: tuple[Typesetter, QRectF]) -> None:
    pages = all_pages(Stage(scene), picture)

    assert len(pages) == 1
    check(pages, picture)
