"""What an erasure takes, in the words of a person: before it is done, after it, and what is out of reach."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from bouwstenen_app.domain import dutch

NO_WAY_BACK: Final = "Dit kun je niet ongedaan maken."
OUT_OF_REACH: Final = (
    "Wat je eerder exporteerde, afdrukte of verstuurde, blijft zoals het is: wis dat zelf.",
    "Andere laptops wissen het zodra ze met deze werkmap samenvoegen, en een bibliotheek zodra je publiceert.",
    "Een SSD, een cloudmap of een reservekopie van je organisatie kan een oude kopie houden.",
)
"""What a program on one laptop cannot erase."""

KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "block": ("bouwsteen", "bouwstenen"),
    "bundle": ("bundel", "bundels"),
    "workshop": ("sessie", "sessies"),
    "round": ("ronde", "rondes"),
    "attendance": ("regel over wie erbij was", "regels over wie erbij was"),
    "cluster": ("cluster", "clusters"),
    "proposal": ("nieuwe tag", "nieuwe tags"),
    "consent": ("notitie bij een afstemming", "notities bij een afstemming"),
    "filter": ("bewaard filter", "bewaarde filters"),
    "photo": ("naam van een foto", "namen van foto’s"),
    "recipe": ("rapportrecept", "rapportrecepten"),
    "passage": ("eigen tekst in een rapport", "eigen teksten in rapporten"),
    "edition": ("reden bij een document", "redenen bij documenten"),
    "review": ("naam van een teruggelezen bestand", "namen van teruggelezen bestanden"),
    "remark": ("opmerking", "opmerkingen"),
    "code": ("code", "codes"),
    "dimension": ("dimensie", "dimensies"),
    "combination": ("tag voor meer codes", "tags voor meer codes"),
    "codebook": ("gegeven van het codeboek", "gegevens van het codeboek"),
    "workspace": ("naam van de werkmap", "namen van de werkmap"),
}
"""How the rows of a table are called in a sentence. Without a word of their own they are told together."""


@dataclass(frozen=True, slots=True)
class Going:
    """What goes when blocks are erased."""

    names: tuple[str, ...]
    """Their spoken ids."""
    photos: int = 0
    bundles: int = 0
    """Bundles that they are in; those stay, without them."""
    remarks: int = 0
    copies: Mapping[str, int] = field(default_factory=dict)
    """In how many rows of each table their words stand as well; there they are replaced by a mark."""

    def sentences(self) -> tuple[str, ...]:
        """Return what goes, in words."""
        what = (
            dutch.enumerated(self.names) if len(self.names) <= 6 else f"{dutch.number(len(self.names))} bouwstenen"
        )
        told = [
            f"{what}: alle woorden, tags, eerdere versies en wat er in de prullenbak van lag. Het nummer blijft."
        ]
        parts = [
            dutch.counted(count, *words)
            for count, words in (
                (self.photos, ("foto", "foto’s")),
                (self.remarks, ("opmerking van een meelezer", "opmerkingen van meelezers")),
            )
            if count
        ]
        if parts:
            told.append(f"Ook weg: {dutch.enumerated(parts)}.")
        if self.bundles:
            bundles = dutch.counted(self.bundles, "bundel", "bundels")
            told.append(f"De bijdrage aan {bundles} vervalt. Lees die tekst na: wat je zelf schreef, blijft staan.")
        if self.copies:
            told.append(f"Overgenomen woorden staan ook in {counted(self.copies)}; daar komt [gewist].")
        return tuple(told)


@dataclass(frozen=True, slots=True)
class Everywhere:
    """Where a word or phrase stands, now or in an earlier version."""

    rows: Mapping[str, int]
    """By table."""
    sentences: int = 0
    """Steps whose sentence in the history has it."""
    kept: int = 0
    """Things that are kept on this laptop only, such as half-typed text."""
    inside: tuple[str, ...] = ()
    """Longer words in which it stands too: those stay."""
    alike: tuple[str, ...] = ()
    """How it is written otherwise, with other accents: that stays."""
    slugs: tuple[str, ...] = ()
    """Short names of codes in which it stands, in small letters: they never change, and so stay."""
    backups: int = 0
    """Backups in which it stands, where it stands nowhere in the workspace itself."""
    closed: int = 0
    """Backups that could not be looked into then."""

    @property
    def anything(self) -> bool:
        """Whether it stands anywhere."""
        return bool(self.rows or self.sentences or self.kept or self.backups)

    def lines(self) -> tuple[str, ...]:
        """Return where it stands, in words."""
        if not self.anything:
            return (
                "Deze tekst staat nergens in de werkmap en haar reservekopieën hier.",
                *self._beside(),
            )
        told = [f"Staat in {counted(self.rows)}, eerdere versies meegeteld."] if self.rows else []
        if self.sentences:
            told.append(f"En in {dutch.counted(self.sentences, 'regel', 'regels')} van de geschiedenis.")
        if self.kept:
            told.append("En in wat op deze laptop half getypt of onthouden is.")
        if self.backups:
            copies = dutch.counted(self.backups, "reservekopie", "reservekopieën")
            told = [f"Staat niet in de werkmap, wel in {copies} op deze laptop."]
        if self.inside:
            told.append(f"Blijft staan als deel van een langer woord: {dutch.enumerated(self.inside)}.")
        return (*told, *self._beside())

    def _beside(self) -> tuple[str, ...]:
        slugs = f"In de vaste korte naam van een code blijft het staan: {dutch.enumerated(self.slugs)}."
        return (*self._alike(), *((slugs,) if self.slugs else ()), *self._closed())

    def _alike(self) -> tuple[str, ...]:
        if not self.alike:
            return ()
        return (f"Anders geschreven, en dat blijft staan: {dutch.enumerated(self.alike)}.",)

    def _closed(self) -> tuple[str, ...]:
        if not self.closed:
            return ()
        copies = dutch.counted(self.closed, "reservekopie kon", "reservekopieën konden")
        return (f"{copies} niet worden bekeken; je vindt ze bij Instellingen › Reservekopieën.",)


@dataclass(slots=True)
class Said:
    """What was erased, filled while it is done."""

    count: int = 0
    """Blocks, or rows."""
    backups: int = 0
    """Backups of this laptop in which it was erased too."""
    left: list[str] = field(default_factory=list)
    """Backups that could not be reached."""
    beside: list[str] = field(default_factory=list)
    """What was put aside of the workspace: nobody looks into it."""
    copies: list[str] = field(default_factory=list)
    """What a sync program put beside it when two laptops wrote at once."""

    def sentences(self, what: str) -> tuple[str, ...]:
        """Return what was done, in words."""
        copies = dutch.counted(self.backups, "reservekopie", "reservekopieën")
        told = [f"{what}, ook uit {copies} op deze laptop." if self.backups else f"{what}."]
        told += (f"Deze reservekopie kon niet worden bereikt; gooi haar zelf weg: {one}" for one in self.left)
        told += (f"Dit bestand staat er nog zoals het was; gooi het zelf weg: {one}" for one in self.beside)
        told += (f"Hierin kan het nog staan; voeg het samen en gooi het dan weg: {one}" for one in self.copies)
        return tuple(told)


def counted(rows: Mapping[str, int]) -> str:
    """Return how many rows of which kinds, in words."""
    known = [dutch.counted(rows[table], *words) for table, words in KINDS.items() if rows.get(table)]
    return dutch.enumerated(known)
