"""What is remembered of *Vastleggen* for the next start: a question, asked when the workspace is closed."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.first_look import FirstLook
from bouwstenen_app.services import boards, preparing
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.tables import StepRow


def first_look(session: Session, workshop: str) -> FirstLook:
    """Return a session with its newest blocks and the codebook, as they are after the last step."""
    step = session.scalar(select(func.max(StepRow.id))) or ""
    blocks = boards.blocks_of(session, workshop)
    return FirstLook(step, codebook(session), preparing.workshop(session, workshop), blocks)
