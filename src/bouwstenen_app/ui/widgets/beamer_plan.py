"""The picture for the room before it is painted: question and clock, the scene under them, counts below."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from PySide6.QtCore import QRect, QRectF

from bouwstenen_app.domain.beamer import BLOCKS, PHOTO
from bouwstenen_app.domain.stage import Stage
from bouwstenen_app.domain.timer import RoundTimer, clock_face
from bouwstenen_app.ui.widgets.beamer_pieces import Page, Piece, Plane, Words
from bouwstenen_app.ui.widgets.beamer_scenes import pages_of
from bouwstenen_app.ui.widgets.beamer_type import BOLD, DEMI, RIGHT, SetText, Typesetter
from bouwstenen_app.ui.widgets.beamer_words import footing, headline, kicker

MARGIN, TOP, BOTTOM = 72, 52, 46
KICKER: Final = 24
QUESTIONS: Final = (50, 46, 42, 38, 34, 30, 27, 24)
"""Sizes of the question of a round; what the program itself asks is smaller, it has a list to leave room for."""
OWN_QUESTIONS: Final = (36, 32, 28, 24)
QUESTION_SHARE: Final = 0.3
"""Of the height, at most, as long as that leaves readable type."""
CLOCK, OWN_CLOCK, NOTE = 96, 64, 22
BAR: Final = 8
FOOT: Final = 22


@dataclass(frozen=True, slots=True)
class Face:
    """What the clock says."""

    digits: str
    note: str
    role: str
    share: float
    """Of the bar, from 0 to 1."""


def face_of(timer: RoundTimer, now: float, *, paused: str, over_time: str) -> Face:
    """Return what the clock says now; the words are for beside the colour."""
    over = timer.over(now)
    digits = f"+{clock_face(timer.overrun(now))}" if over else clock_face(timer.shown(now))
    note = paused if timer.paused else over_time if over else ""
    role = "stage-overrun" if over else "stage-muted" if timer.paused else "stage-text"
    return Face(digits, note, role, 1.0 if over else timer.share_left(now))


class Plan:
    """Where everything stands in a picture of one size. It is made in parts, when they are asked for."""

    def __init__(
        self,
        stage: Stage,
        type: Typesetter,
        width: int,
        height: int,
        timer: RoundTimer | None,
        *,
        roomy: bool = True,
    ) -> None:
        """``roomy`` gives the question of a round large type."""
        self.stage, self._type = stage, type
        self._width, self._height = width, height
        self._timer = timer
        self._roomy = roomy and stage.scene in (BLOCKS, PHOTO)
        px = type.px
        self._inner = QRectF(px(MARGIN), px(TOP), width - 2 * px(MARGIN), height - px(TOP) - px(BOTTOM))
        self.clock_size = CLOCK if self._roomy else OWN_CLOCK
        longest = f"+{'8' * len(clock_face(round(timer.seconds)))}" if timer else ""
        self._clock_width = type.width_of(longest.replace("8", "0"), self.clock_size, BOLD) if timer else 0.0

    @cached_property
    def header(self) -> tuple[Words, ...]:
        """The round and its question."""
        type, inner = self._type, self._inner
        width = inner.width() - (self._clock_width + type.px(48) if self._timer else 0.0)
        small = type.set(kicker(self.stage), KICKER, width, DEMI)
        above = small.height + type.px(4) if small.text else 0.0
        sizes = QUESTIONS if self._roomy else OWN_QUESTIONS
        question = type.fit(headline(self.stage), sizes, width, self._height * QUESTION_SHARE, BOLD)
        words = (Words(small, inner.left(), inner.top(), "stage-muted"),) if small.text else ()
        return (*words, Words(question, inner.left(), inner.top() + above))

    @property
    def head(self) -> tuple[object, ...]:
        """What is above the scene, to compare: the large type there is slow to paint on the largest screens."""
        words = [(piece.set.text, piece.set.size, piece.x, piece.y) for piece in self.header]
        return (*words, self.bar.getRect(), self.clock.getRect())

    @property
    def below(self) -> QRect:
        """The scene and all that is under it."""
        top = int(self.bar.bottom()) + 1
        return QRect(0, top, self._width, self._height - top)

    @cached_property
    def clock(self) -> QRectF:
        """Where the clock stands: digits, and the words under them."""
        height = self._type.px(self.clock_size * 1.1 + NOTE * 1.4) if self._timer else 0.0
        width = self._clock_width
        return QRectF(self._inner.right() - width, self._inner.top() - self._type.px(4), width, height)

    @cached_property
    def bar(self) -> QRectF:
        """Where the bar of the clock stands; empty when there is no clock."""
        question = self.header[-1]
        bottom = max(question.y + question.set.height, self.clock.bottom() if self._timer else 0.0)
        height = self._type.px(BAR) if self._timer else 0.0
        return QRectF(self._inner.left(), bottom + self._type.px(20), self._inner.width(), height)

    @cached_property
    def whole(self) -> Sequence[Page]:
        """The scene on one page; none when the blocks of a round do not fit on it."""
        return pages_of(self.stage, self._type, self._area, whole=True)

    @cached_property
    def pages(self) -> Sequence[Page]:
        """The scene, page by page."""
        return self.whole or pages_of(self.stage, self._type, self._area)

    @property
    def _area(self) -> QRectF:
        top = self.bar.bottom() + self._type.px(28 if self._timer else 14)
        bottom = self._inner.bottom() - self._session.height - self._type.px(24)
        room = max(self._type.px(120), bottom - top)  # a question that takes everything leaves at least this
        return QRectF(self._inner.left(), top, self._inner.width(), room)

    def footer(self, page: int) -> tuple[Words, ...]:
        """Return how much there is and in sight, and the title of the session."""
        inner, session = self._inner, self._session
        words = footing(self.stage, page, len(self.pages), self.pages[page].blocks)
        left = self._type.set(words, FOOT, inner.width() * 0.42)
        top = inner.bottom() - session.height
        right = Words(session, inner.right() - inner.width() * 0.54, top, "stage-muted")
        return (Words(left, inner.left(), top, "stage-muted"), right) if words else (right,)

    def picture(self, page: int) -> tuple[Piece, ...]:
        """Return everything on a page but the clock."""
        return (*self.header, *self.pages[page].pieces, *self.footer(page))

    def clock_pieces(self, face: Face) -> tuple[Piece, ...]:
        """Return the clock as it is now."""
        type, at, bar = self._type, self.clock, self.bar
        digits = type.set(face.digits, self.clock_size, at.width(), BOLD, RIGHT)
        filled = QRectF(bar.left(), bar.top(), bar.width() * face.share, bar.height())
        role = {"stage-text": "stage-accent"}.get(face.role, face.role)
        pieces: list[Piece] = [
            Words(digits, at.left(), at.top(), face.role),
            Plane(bar, "stage-line", bar.height() / 2),
            Plane(filled, role, min(bar.height() / 2, filled.width() / 2)),
        ]
        if face.note:
            note = type.set(face.note, NOTE, at.width(), DEMI, RIGHT)
            pieces.append(Words(note, at.left(), at.bottom() - note.height, face.role))
        return tuple(pieces)

    @cached_property
    def _session(self) -> SetText:
        return self._type.set(self.stage.session, FOOT, self._inner.width() * 0.54, align=RIGHT)


def plan(stage: Stage, type: Typesetter, width: int, height: int, timer: RoundTimer | None) -> Plan:
    """Return a picture in which the question is large, or gives way when the blocks need the room."""
    large = Plan(stage, type, width, height, timer)
    if stage.scene == BLOCKS and not large.whole:
        return Plan(stage, type, width, height, timer, roomy=False)
    return large
