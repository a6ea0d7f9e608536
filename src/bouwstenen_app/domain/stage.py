"""What the room sees of a session: of its blocks only what is released, and no vote before it is revealed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from bouwstenen_app.domain import opening
from bouwstenen_app.domain.beamer import BLOCKS, CLUSTERS, OPENING, PHOTO, READ_BACK, VOTES, Scene
from bouwstenen_app.domain.privacy import identifiers
from bouwstenen_app.domain.voting import rule_of
from bouwstenen_app.domain.workshops import ALL, LAST_FIVE, ONLY_COUNT, Round, Workshop

FEW: Final = 5
"""How many blocks *laatste vijf* shows."""
TITLES_KEPT: Final = 4096
"""Titles of which is kept what was found in them: a session has a hundred."""


@lru_cache(maxsize=TITLES_KEPT)
def pointing(title: str) -> tuple[str, ...]:
    """Return the kinds of identifiers in a title, which would stand on a wall that gets photographed."""
    return tuple(dict.fromkeys(one.kind for one in identifiers(title)))


def passed(block: str, title: str) -> str:
    """Return what is kept when a facilitator lets this title of this block through knowingly, and no other."""
    return blake2b(f"{block} {title}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """What of a block may be on the beamer: its title, and where it belongs. Nothing else of it comes here."""

    id: str
    number: int
    title: str
    colour: str = ""
    """``#rrggbb`` of its first domain on a dark plane; empty for none."""
    round: str = ""
    """Id of its round."""
    cluster: str = ""
    """Id of its cluster."""
    votes: int = 0
    read_back: str = ""


@dataclass(frozen=True, slots=True)
class ShownCluster:
    """A cluster with its blocks, by number."""

    name: str
    blocks: tuple[ShownBlock, ...]


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that the beamer shows but the clock: what is not in here, the room cannot see."""

    scene: str = BLOCKS
    session: str = ""
    """Title of the session."""
    round_name: str = ""
    round_number: int | None = None
    question: str = ""
    mode: str = ALL
    """One of ``ON_BEAMER``."""
    blocks: tuple[ShownBlock, ...] = ()
    """Those to be painted, in that order."""
    total: int = 0
    """How many there are, painted or not."""
    clusters: tuple[ShownCluster, ...] = ()
    votes_each: int = 0
    votes_stack: bool = True
    votes_shown: bool = False
    lines: tuple[str, ...] = ()
    """Those of the opening card."""


def above(workshop: Workshop, step: Round | None) -> tuple[str, ...]:
    """Return what stands above the blocks and points to a person: it is not on the wall."""
    said = (step.question, step.name) if step else ()
    return tuple(text for text in (*said, workshop.title) if pointing(text))


def _nameable(text: str) -> str:
    """Return a name, a title or a question for the wall: none when it points to a person."""
    return "" if pointing(text) else text


def opening_stage(workshop: Workshop, months: int) -> Stage:
    """Return what the room sees of a session before it begins; ``months`` is how long blocks are kept at most."""
    return Stage(OPENING, _nameable(workshop.title), question=opening.TITLE, lines=opening.lines(months))


def paused_stage(workshop: Workshop) -> Stage:
    """Return what the room sees while nothing is written down for a moment."""
    return Stage(OPENING, _nameable(workshop.title), question=opening.PAUSE, lines=opening.PAUSE_LINES)


def stage(scene: Scene, workshop: Workshop, step: Round | None, blocks: Iterable[ShownBlock]) -> Stage:
    """Return what the room sees of a session in a round. ``blocks`` are all released ones of the session."""
    known = sorted(blocks, key=lambda block: (block.number, block.id))
    if not workshop.votes_shown:
        known = [replace(block, votes=0) if block.votes else block for block in known]
    rule = rule_of(workshop)
    bare = Stage(
        scene.kind,
        _nameable(workshop.title),
        round_name=_nameable(step.name) if step else "",
        round_number=step.number if step else None,
        question=_nameable(step.question) if step else "",
        votes_each=rule.each,
        votes_stack=rule.stack,
        votes_shown=workshop.votes_shown,
    )
    if scene.kind == VOTES:
        order = sorted(known, key=lambda block: -block.votes)  # all alike until they are revealed: by number
        return replace(bare, blocks=tuple(order), total=len(order))
    if scene.kind == CLUSTERS:
        return _clusters(bare, workshop, known)
    if scene.kind == READ_BACK:
        one = tuple(block for block in known if block.id == scene.about)
        return replace(bare, blocks=one, total=len(known))
    here = [block for block in known if step is None or block.round == step.id]
    return _blocks(bare, step.beamer if step else ALL, here)


def _blocks(bare: Stage, mode: str, here: list[ShownBlock]) -> Stage:
    newest_first = tuple(reversed(here))
    if bare.scene == PHOTO or mode == ONLY_COUNT:
        shown: tuple[ShownBlock, ...] = ()  # a photo can hold names: it never leaves the laptop's own screen
    else:
        shown = newest_first[:FEW] if mode == LAST_FIVE else newest_first
    return replace(bare, mode=mode, blocks=shown, total=len(here))


def _clusters(bare: Stage, workshop: Workshop, known: list[ShownBlock]) -> Stage:
    clusters = tuple(
        ShownCluster(_nameable(cluster.name), tuple(block for block in known if block.cluster == cluster.id))
        for cluster in workshop.clusters
    )
    loose = tuple(block for block in known if block.cluster not in {cluster.id for cluster in workshop.clusters})
    return replace(bare, clusters=clusters, blocks=loose, total=len(known))
