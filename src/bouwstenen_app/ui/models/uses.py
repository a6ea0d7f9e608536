"""How often each code is used, kept up to date block by block instead of counted anew after each."""

from collections import Counter
from collections.abc import Mapping

from bouwstenen_app.domain.blocks import Block


class CodeUses:
    """Counts of the session that is open and of the whole workspace (code id → count)."""

    def __init__(self) -> None:
        self.session: Counter[str] = Counter()
        self.workspace: Counter[str] = Counter()

    def begin(self, session: Mapping[str, int]) -> None:
        """Begin with the counts of a session, as if it were all there is."""
        self.session = Counter(session)
        self.workspace = Counter(session)

    def widen(self, workspace: Mapping[str, int]) -> None:
        """Take the counts of the whole workspace."""
        self.workspace = Counter(workspace)

    def replace(self, old: Block | None, new: Block) -> None:
        """Count a block of the session as it is now instead of as it was."""
        for counts in (self.session, self.workspace):
            if old is not None and not old.removed:
                counts.subtract(old.codes)
            if not new.removed:
                counts.update(new.codes)
