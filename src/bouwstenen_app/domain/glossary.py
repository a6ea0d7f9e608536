"""Terms and abbreviations of the field, for the appendix of a report: what each means, and who uses it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Final

_ENDINGS: Final = ("", "s", "en", "n", "e", "’s", "'s")
"""How a Dutch word in a text may go on and still be the term."""
_TOGETHER: Final = 500
"""How many texts are searched at a time."""
_SHORT: Final = re.compile(r"\s*\(([^)]+)\)$")
_TERMS: Final = """
Veilig Thuis (VT): Regionaal advies- en meldpunt voor huiselijk geweld en kindermishandeling, op basis van de
  Wmo 2015.
Landelijk Netwerk Veilig Thuis (LNVT): Samenwerkingsverband van de Veilig Thuis-organisaties.
toekomstscenario (TSc): Landelijk programma om kind- en gezinsbescherming eenvoudiger en gezinsgericht te
  maken.
Regionaal Veiligheidsteam (RVT): In het toekomstscenario voorgesteld team waarin functies van de GI, Veilig
  Thuis en de RvdK samenkomen.
gecertificeerde instelling (GI): Organisatie die kinderbeschermingsmaatregelen en jeugdreclassering uitvoert.
Raad voor de Kinderbescherming (RvdK): Landelijke organisatie die onderzoekt en de rechter adviseert over
  bescherming, gezag en straf.
lokaal team: Wijk-, buurt- of gezinsteam van de gemeente dat dicht bij huishoudens werkt en vaak het vaste
  gezicht is.
sociaal domein: Gemeentelijke taken rond jeugd, ondersteuning, werk, inkomen, welzijn en aansluiting met
  onderwijs.
zorg en straf: Samenwerking tussen zorgpartners en strafrechtpartners rond één zaak of gezin.
zorg en veiligheid: Het snijvlak van zorg en openbare orde en veiligheid, onder meer in het Zorg- en
  Veiligheidshuis.
landelijk netwerk zorg en straf: Netwerk van OM, politie, reclassering (3RO), RvdK en Veilig Thuis.
veiligheidspartners: Partners met een taak in veiligheid, zoals politie, OM en burgemeester.
synergie: De meerwaarde die ontstaat als domeinen hun inzet op elkaar afstemmen.
bouwsteen: Eén inzicht, werkwijze, knelpunt of idee uit de praktijk, zo klein dat het los te gebruiken en te
  combineren is.
stuurgroep: Bestuurlijke groep die besluit welke bouwstenen verder gaan.
proeftuin: Regio waar onderdelen van het toekomstscenario worden beproefd.
smalle en brede lijn: Smal: gericht op RVT-vorming en jeugdbescherming; breed: samenwerking 0-100 met de hele
  keten.
0-100: Alle leeftijden, met en zonder kinderen in het huishouden.
organisatie-onafhankelijk werken: De opgave en het huishouden als uitgangspunt, niet de eigen organisatie.
kantelmoment: Moment waarop een situatie van onveiligheid kan keren en iemand het verschil kan maken.
leefwereld: Het dagelijks leven van kinderen en volwassenen, tegenover de systeemwereld van organisaties.
signaal: Aanwijzing voor mogelijke onveiligheid, die op veel plekken kan worden afgegeven.
melding: Formele mededeling aan Veilig Thuis over (een vermoeden van) huiselijk geweld of kindermishandeling.
adviesvraag: Overleg met Veilig Thuis zonder dat er een melding ontstaat.
veiligheidsbeoordeling: Eerste beoordeling na een melding; heette eerder triage; besluit binnen vijf dagen.
radarfunctie: Ernstige signalen van verschillende melders samen en langer volgen.
meldcode: Vijf stappen die professionals volgen bij vermoedens van geweld, met een afwegingskader.
aandachtsfunctionaris: Interne deskundige op het gebied van huiselijk geweld en kindermishandeling.
meldingsbereidheid: Of professionals, slachtoffers en omstanders durven melden.
onafhankelijk meldpunt: Meldpunt dat los staat van uitvoering en maatregelen.
huiselijk geweld (HG): Lichamelijk, geestelijk of seksueel geweld of bedreiging door iemand uit de huiselijke
  kring.
kindermishandeling (KM): Bedreigende of gewelddadige bejegening van een minderjarige, ook als getuige van
  partnergeweld.
geweld in afhankelijkheidsrelaties: Verzamelnaam voor huiselijk geweld en kindermishandeling.
gezinsprofielen: Vijf profielen van het Verwey-Jonker Instituut: intieme terreur, gezin in de stress,
  langdurige zorg, kindgedrag en opvoedstress, complexe conflictscheiding.
intieme terreur / dwingende controle: Patroon van beheersen, isoleren en geweld door één partner.
acute onveiligheid: Direct gevaar dat onmiddellijk handelen vraagt.
structurele onveiligheid: Herhalende of voortdurende onveilige situatie.
escalatie: Toename van frequentie of ernst van geweld.
femicide / rode vlaggen: Doden van een vrouw of meisje, vaak door een (ex-)partner; rode vlaggen zijn signalen
  die eraan voorafgaan.
risicotaxatie: Inschatten van de kans op (ernstig) geweld; moet bij veranderingen opnieuw.
veiligheidsplan: Afspraken met betrokkenen over wat er gebeurt om het veilig te houden.
zicht op veiligheid: Blijven volgen hoe veilig het is in een gezin of huishouden.
warme overdracht: Overdracht in een gesprek, liefst met het gezin erbij, in plaats van alleen op papier.
regie / procesregie: Wie bewaakt dat het geheel klopt en knopen doorhakt.
doorzettingsmacht: Bevoegdheid om in een vastgelopen zaak te beslissen.
zorg- en veiligheidshuis: Regionaal samenwerkingsverband voor complexe zaken op het snijvlak van zorg en
  veiligheid.
MDA++: Multidisciplinaire, specialistische aanpak van ernstig en langdurig geweld.
Openbaar Ministerie (OM): Beslist over vervolging en afdoening; werkt onder meer via de ZSM-tafel.
ZSM: Werkwijze waarbij OM, politie en partners snel over een zaak beslissen.
reclassering (3RO): Drie reclasseringsorganisaties: toezicht, advies en gedragsverandering bij (verdachte)
  plegers.
tijdelijk huisverbod: Bestuurlijk besluit waarmee een pleger tien dagen (maximaal 28) de woning uit moet.
onderzoekshandelingen: Onderzoeken van feiten en veiligheid, veilig, snel en doeltreffend.
pleger: Persoon die geweld gebruikt; bewust niet ‘dader’ zolang niets is vastgesteld.
ervaringsdeskundige: Iemand die eigen ervaring met onveiligheid inzet om het beter te maken.
cliënt: Kind of volwassene die met hulp of bescherming te maken heeft.
huishouden: Mensen die samen wonen; ook zonder kinderen, daarom naast ‘gezin’.
kwaliteitskader Werken aan veiligheid: VNG-kader met wat lokale teams en gemeenten nodig hebben om aan
  veiligheid te werken.
"""
"""A term with its abbreviation, a colon, and what it means; lines that begin with a space go on."""


@dataclass(frozen=True, slots=True)
class Term:
    """One term of the field."""

    name: str
    meaning: str
    short: str = ""
    """Its abbreviation, recognised only exactly as written: OM is the prosecution, om is a word."""

    @property
    def title(self) -> str:
        """How it stands in a list: ``Openbaar Ministerie (OM)``."""
        return f"{self.name} ({self.short})" if self.short and self.short != self.name else self.name


@cache
def terms() -> tuple[Term, ...]:
    """Return every term that is known."""
    lines = " ".join(_TERMS.replace("\n  ", " ").strip("\n").split("  "))
    return tuple(_term(line) for line in lines.split("\n"))


def _term(line: str) -> Term:
    name, meaning = line.split(": ", 1)
    short = _SHORT.search(name)
    return Term(_SHORT.sub("", name), meaning, short[1] if short else "")


def used(known: Iterable[Term], texts: Iterable[str]) -> tuple[Term, ...]:
    """Return the terms that stand in any of the texts, as a word or as their abbreviation, by name."""
    found = list(filter(_Words(list(texts)).have, known))
    return tuple(sorted(found, key=lambda term: term.name.casefold()))


class _Words:
    """Finds terms in many texts: that most are not there is seen from the different words alone.

    Texts are taken in small parts, because one call over all of them would hold up every other thread.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        different: set[str] = set()
        for text in texts:
            different.update(text.split())
        self._different = "\n".join(different)
        self._small = self._different.casefold()
        self._texts = texts

    def have(self, term: Term) -> bool:
        """Return whether a term stands in the texts."""
        if term.short and _stands(self._different, term.short, ("",)):
            return True
        return term.short != term.name and any(map(self._has, term.name.casefold().split(" / ")))

    def _has(self, form: str) -> bool:
        parts = form.split()
        if len(parts) == 1:
            return _stands(self._small, form, _ENDINGS)
        if not all(part in self._small for part in parts):
            return False
        return any(_stands(text, form, _ENDINGS) for text in self._parts)

    @cached_property
    def _parts(self) -> tuple[str, ...]:
        whole = range(0, len(self._texts), _TOGETHER)
        return tuple("\n".join(self._texts[n : n + _TOGETHER]).casefold() for n in whole)


def _stands(text: str, word: str, endings: tuple[str, ...]) -> bool:
    """Return whether a word stands in a text by itself, not inside another word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalnum() and _ends(text, end, endings):
            return True
        at = text.find(word, end)
    return False


def _ends(text: str, end: int, endings: tuple[str, ...]) -> bool:
    return any(
        text.startswith(ending, end) and not text[end + len(ending) : end + len(ending) + 1].isalnum()
        for ending in endings
    )
