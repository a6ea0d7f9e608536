"""What the beamer says in words, beside the titles themselves."""

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.beamer import CLUSTERS, OPENING, PHOTO, READ_BACK, VOTES
from bouwstenen_app.domain.blocks import ADJUSTED, CONFIRMED, NOT_RECOGNISED
from bouwstenen_app.domain.stage import FEW, Stage
from bouwstenen_app.domain.workshops import LAST_FIVE, ONLY_COUNT, Round
from bouwstenen_app.ui.widgets.round_bar import round_name


def kicker(stage: Stage) -> str:
    """Return the small line above the question."""
    if stage.scene == VOTES:
        return " · ".join(filter(None, (_tr("Stemmen"), _rule(stage))))
    if stage.scene == CLUSTERS:
        return _tr("Clusters")
    if stage.scene == READ_BACK:
        number = stage.blocks[0].number if stage.blocks else None
        return _tr("Teruglezen · bouwsteen {n}").format(n=number) if number else _tr("Teruglezen")
    name = _round(stage) if stage.question else ""
    number = stage.round_number
    return " · ".join(filter(None, (_tr("Ronde {n}").format(n=number) if number is not None else "", name)))


def headline(stage: Stage) -> str:
    """Return the question that the room looks at."""
    if stage.scene == VOTES:
        return _tr("Hierop is gestemd") if stage.votes_shown else _tr("Welke bouwstenen krijgen jouw stem?")
    if stage.scene == CLUSTERS:
        return _tr("Wat hoort bij elkaar?")
    if stage.scene == READ_BACK:
        return _tr("Klopt dit zo?")
    return stage.question or _round(stage) or stage.session


def empty(stage: Stage) -> str:
    """Return what stands there when there is nothing to show yet."""
    if stage.scene in (PHOTO, OPENING):
        return ""
    if stage.scene == VOTES:
        return _tr("Hier komen de bouwstenen waarop je kunt stemmen.")
    if stage.scene == CLUSTERS:
        return _tr("Hier komen de groepen die jullie maken.")
    if stage.scene == READ_BACK:
        return _tr("Zo lezen we de bouwstenen samen terug.")
    return _tr("Hier komen jullie bouwstenen.")


def footing(stage: Stage, page: int, pages: int, shown: int) -> str:
    """Return the line at the bottom left: how much there is, and how much of it is in sight."""
    paged = _tr("bladzijde {n} van {all}").format(n=page + 1, all=pages) if pages > 1 else ""
    only_count = stage.mode == ONLY_COUNT and stage.scene not in (VOTES, CLUSTERS)
    if only_count or stage.scene in (PHOTO, READ_BACK, OPENING):
        return ""
    if stage.scene == VOTES:
        votes = dutch.counted(sum(block.votes for block in stage.blocks), _tr("stem"), _tr("stemmen"))
        return " · ".join(filter(None, (votes if stage.votes_shown else _blocks(stage.total), paged)))
    if stage.scene == CLUSTERS:
        loose = _tr("{blocks} nog zonder cluster").format(blocks=_blocks(len(stage.blocks))) if stage.blocks else ""
        return " · ".join(filter(None, (loose or _blocks(stage.total), paged)))
    if pages > 1:
        newest = _tr("De nieuwste {n} van {blocks}").format(n=shown, blocks=_blocks(stage.total))
        return newest if page == 0 else f"{_blocks(stage.total)} · {paged}"
    if stage.mode == LAST_FIVE and stage.total > FEW:
        return _tr("De laatste vijf van {blocks}").format(blocks=_blocks(stage.total))
    return _blocks(stage.total) if stage.total else ""


def count_words(stage: Stage) -> str:
    """Return the words under the number, when only that is shown."""
    if stage.round_number is None:
        return _tr("bouwsteen") if stage.total == 1 else _tr("bouwstenen")
    return _tr("bouwsteen in deze ronde") if stage.total == 1 else _tr("bouwstenen in deze ronde")


def mark_words(read_back: str) -> str:
    """Return what the group said of a block."""
    return {
        CONFIRMED: _tr("Bevestigd"),
        ADJUSTED: _tr("Aangepast"),
        NOT_RECOGNISED: _tr("Niet herkend"),
    }.get(read_back, "")


def cluster_words(name: str, *, again: bool = False) -> str:
    """Return the name of a cluster, or what stands there as long as it has none."""
    words = name or _tr("Nog zonder naam")
    return _tr("{name} (vervolg)").format(name=words) if again else words


def _round(stage: Stage) -> str:
    return round_name(Round("", stage.round_name)) if stage.round_name else ""


def _rule(stage: Stage) -> str:
    if not stage.votes_each or stage.votes_shown:
        return ""
    each = _tr("ieder {votes}").format(votes=dutch.counted(stage.votes_each, _tr("stem"), _tr("stemmen")))
    if stage.votes_each == 1:
        return each
    return each + (_tr(", meer op één bouwsteen mag") if stage.votes_stack else _tr(", hooguit één per bouwsteen"))


def _blocks(count: int) -> str:
    return dutch.counted(count, _tr("bouwsteen"), _tr("bouwstenen"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Beamer", text)
