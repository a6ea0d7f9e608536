"""What came in with a merge, in numbers and in words."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from bouwstenen_app.domain import dutch


@dataclass(frozen=True, slots=True)
class Intake:
    """What a merge brought, or would bring. All numbers are of this workspace."""

    files: int
    steps: int
    """Steps that were not here yet; 0 when there was nothing new."""
    new_blocks: int = 0
    changed_blocks: int = 0
    new_sessions: int = 0
    new_bundles: int = 0
    new_codes: int = 0
    """Codes that this workspace did not know."""
    new_photos: int = 0
    differences: int = 0
    """Fields that two laptops changed without knowing of each other."""
    code_ids: tuple[str, ...] = ()
    """Of the codes that were new here."""
    backup: str = field(default="", compare=False)
    """The file with the workspace as it was before; empty when none was needed."""
    erased: int = 0
    """Blocks that were erased for good elsewhere, and so here."""
    other_codebook: bool = False
    """The codebook of another laptop has another title or version."""
    unprotected: bool = False
    """What comes in had a password, and this workspace has none."""

    def sentences(self) -> Iterator[str]:
        """Yield what came in, a sentence per subject; one sentence when there was nothing new."""
        if not self.steps:
            yield "Er was niets nieuws: alles uit deze bestanden staat er al."
            return
        counts = (
            (self.new_blocks, "nieuwe bouwsteen", "nieuwe bouwstenen"),
            (self.changed_blocks, "gewijzigde bouwsteen", "gewijzigde bouwstenen"),
            (self.new_sessions, "nieuwe sessie", "nieuwe sessies"),
            (self.new_bundles, "nieuwe bundel", "nieuwe bundels"),
            (self.new_codes, "code die hier nog niet was", "codes die hier nog niet waren"),
            (self.new_photos, "nieuwe foto", "nieuwe foto’s"),
        )
        told = [dutch.counted(count, one, many) for count, one, many in counts if count]
        if told:
            yield f"{dutch.capitalised(dutch.enumerated(told))}."
        elif not self.erased:
            yield "Alleen kleine wijzigingen, zoals een volgorde of een tag."
        if self.erased:
            yield erased_elsewhere(self.erased)
        if self.unprotected:
            yield (
                "Wat binnenkomt had een wachtwoord, deze werkmap heeft er geen: hier kan iedereen het lezen. Bij "
                "Instellingen kies je er een."
            )
        if self.differences:
            count = dutch.counted(self.differences, "verschil", "verschillen")
            wait = "wacht" if self.differences == 1 else "wachten"
            yield f"{count} {wait} op een keuze: twee laptops wijzigden hetzelfde. Tot dan telt de laatste tekst."
        if self.other_codebook:
            yield "Het codeboek van een ander bestand heeft een andere titel of versie. Beide blijven bruikbaar."


def erased_elsewhere(blocks: int) -> str:
    """Return that blocks were erased on another laptop, and so here."""
    count = dutch.counted(blocks, "bouwsteen is", "bouwstenen zijn")
    gone = "verdwijnt" if blocks == 1 else "verdwijnen"
    return f"{count} op een andere laptop voorgoed gewist en {gone} hier ook, uit de reservekopieën mee."
