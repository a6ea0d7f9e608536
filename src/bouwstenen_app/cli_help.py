"""What the command line says about itself."""

import re
from typing import Final

ALL: Final = "Alle opdrachten zie je met “bouwstenen --help”."
HELP: Final = """Bouwstenen: bouwstenen uit de praktijk vastleggen, ordenen en rapporteren.

Gebruik:
  bouwstenen [BESTAND]                         het venster
  bouwstenen voorbeeld BESTAND                 maak de voorbeeldwerkmap
  bouwstenen nieuw BESTAND [--met-wachtwoord]  maak een lege werkmap
  bouwstenen sessie BESTAND --titel T [--datum D] [--regio R]
  bouwstenen vastleggen BESTAND --sessie T [--ronde N] [--tafel N] [TEKSTBESTAND|-]
                                               één regel, één bouwsteen; de regel “tafel 4” zegt van welke
                                               tafel de regels erna zijn
  bouwstenen stem BESTAND --sessie T [--erbij] [NUMMER=STEMMEN …] [TEKSTBESTAND|-]
                                               stemmen tellen, bijvoorbeeld 14=7, of regels als “14 7”
  bouwstenen stem BESTAND --sessie T --regel N [--niet-stapelen] [--deelnemers N]
                                               hoeveel stemmen ieder heeft
  bouwstenen lees [TEKSTBESTAND|-] [--json]    wat de grammatica van elke regel maakt, zonder werkmap
  bouwstenen privacy [TEKSTBESTAND|-] [--bijzonderheden] [--json]
                                               wat in elke regel naar één persoon kan wijzen, zonder werkmap; ook
                                               zeldzame bijzonderheden als je daarom vraagt
  bouwstenen lijst BESTAND [--zoek Q] [--json]
  bouwstenen lijkt-op BESTAND [--json]         welke bouwstenen hetzelfde lijken te zeggen, de sterkste eerst
  bouwstenen bundel BESTAND [--titel T] [--sessie T] NUMMER …
                                               bouwstenen bundelen, met RH-017 of met 17 en de sessie
  bouwstenen inzicht BESTAND [--rijen thema] [--kolommen domein] [--waarde aantal|stemmen|sessies] [--open]
      [--zoek ZOEKVRAAG] [--json]              waar de bouwstenen zitten en waar niet
  bouwstenen codeboek BESTAND [--exporteer UIT.csv|UIT.json|UIT.qdc [--reden R]] [--importeer BRON]
                                               de codes naar een bestand, of erbij uit een ander codeboek
  bouwstenen rapport BESTAND UIT.docx|.pdf|.md|.xlsx [--soort S] [--voor CODE|SESSIE|REGIO] [--recept R]
      [--zoek Q] [--sjabloon S.docx] [--sessie T …] [--titel T] [--reageren-voor D] [--leeg] [--overschrijf]
      [--reden R]
                                               een document; S is geconsolideerd (als je niets zegt),
                                               samenvatting, terugkoppeling, meeleesversie, afstemming,
                                               themadossier, partneruittreksel, regio-uittreksel, kaartenset
                                               of codeboek. Zonder --voor krijgt elke sessie, elk thema, elke
                                               partner of regio een hoofdstuk; --recept kiest een bewaard
                                               recept; --leeg geeft lege kaarten om op te schrijven. Wat
                                               iemand in UIT.docx zelf schreef, blijft staan; behalve met
                                               --overschrijf. Wat naar één persoon kan wijzen, wordt genoemd;
                                               met een persoonsgegeven erin wordt niets geschreven, behalve als
                                               --reden zegt waarom het mag blijven staan; dat wordt genoteerd
  bouwstenen draaiboek BESTAND UIT.docx --sessie T [--sjabloon S.docx] [--reden R]
  bouwstenen sjabloon-controle SJABLOON.docx   wat een rapport met een Word-sjabloon doet: wat ervan wordt
                                               gebruikt, wat ontbreekt en wat er dan komt
  bouwstenen toegankelijk DOCUMENT.docx        of iedereen een Word-document kan lezen, met wat er nog aan
                                               schort en waar
  bouwstenen papieren [NAAM UIT.docx|.pdf|.md] [--sjabloon S.docx]
                                               papieren voor privacy en beveiliging die met het programma
                                               meekomen; zonder naam zie je welke er zijn
  bouwstenen lees-terug BESTAND TERUG.docx [--json] [--verwerking UIT.docx] [--reden R]
                                               de opmerkingen en wijzigingen van een meelezer erbij zetten, en
                                               desgewenst een lijst van wat er met elke opmerking is gedaan
  bouwstenen voeg-samen BESTAND ANDER … [--proef] [--json]
                                               wat nieuw is in werkmappen van andere laptops erbij zetten;
                                               met --proef alleen zeggen wat er binnen zou komen
  bouwstenen pakket BESTAND UIT.bouwstenen [--sessie T …] [--zoek ZOEKVRAAG] [--zonder-fotos]
      [--met-wachtwoord] [--reden R] [--json]  sessies, of wat een zoekvraag vindt, als één bestand om te sturen;
                                               wat er vroeger stond, gaat mee. Ook hier gaat een
                                               persoonsgegeven alleen mee met --reden
  bouwstenen importeer BESTAND BRON.xlsx|.csv|.tsv|.docx|.txt|.md|.json [--sessie T | --titel T] [--proef]
      [--json]                                 bouwstenen uit een bestand van een ander programma; zonder sessie
                                               gaan ze naar een nieuwe. Twee keer hetzelfde geeft niets dubbel
  bouwstenen exporteer BESTAND UIT.xlsx|.csv|.json|.md|.qdc|.qdpx [--zoek ZOEKVRAAG] [--sessie T …]
      [--reden R] [--json]                     alles wat er is, of een deel, als bestand voor andere programma’s:
                                               Excel, tabel, JSON om te bewaren, tekst, en REFI-QDA-codeboek of
                                               -project. Het bestand is zonder wachtwoord te lezen. Wat naar één
                                               persoon kan wijzen, wordt genoemd; een persoonsgegeven gaat alleen
                                               mee met --reden, net als bij een rapport
  bouwstenen verschillen BESTAND [--json]      wat twee laptops wijzigden zonder het van elkaar te weten
  bouwstenen bibliotheek maak|publiceer|haal BESTAND ADRES [--wachtwoord-stdin] [--mag-lezen ROL …]
      [--mag-bijdragen ROL …] [--json]         de bibliotheek van een team op PostgreSQL; het adres is bijvoorbeeld
                                               postgresql://naam@server/database
  bouwstenen beveilig BESTAND [--verwijder | --herstelcode]
                                               een wachtwoord op de werkmap en haar reservekopieën zetten, het
                                               veranderen of weghalen; of de herstelcode tonen, om op papier te
                                               bewaren
  bouwstenen wis BESTAND NUMMER … [--eerdere-versies] [--ja]
                                               bouwstenen voorgoed wissen, ook uit de geschiedenis, de prullenbak en
                                               de reservekopieën; of alleen wat er vroeger stond. Vraagt eerst of je
                                               het zeker weet; --ja slaat die vraag over
  bouwstenen wis BESTAND --overal TEKST --door ROL [--ja]
                                               een naam of tekst overal vervangen door een rol, ook in eerdere
                                               versies, bijvoorbeeld --door “[naam]”
  bouwstenen reservekopie BESTAND [UIT.bouwstenen]
                                               een reservekopie maken als er iets is veranderd; met UIT een kopie op
                                               een plek die je zelf kiest
  bouwstenen reservekopie BESTAND --opnieuw    een werkmap in een map die synchroniseert weer op haar plek zetten
                                               als ze daar is weggehaald; wat er in de weg staat, blijft ernaast
  bouwstenen herstel BESTAND [--json]          de reservekopieën van deze laptop, met wat er anders is dan nu
  bouwstenen herstel BESTAND --van N|DATUM [--nieuw UIT.bouwstenen] [--json]
                                               een reservekopie terugzetten (hoe het nu is, wordt eerst bewaard), of
                                               er een nieuwe werkmap van maken. De laatste is 1; bij een datum telt
                                               de laatste van die dag, of met een tijd erbij de laatste daarvoor
  bouwstenen herstel BESTAND --red [UIT.bouwstenen] [--json]
                                               uit een beschadigd bestand redden wat er te redden is, in een nieuw
                                               bestand; het beschadigde blijft zoals het is
  bouwstenen herstel BESTAND --tijd [--json]   werk van een laptop waarvan de klok voorliep de datum van nu geven,
                                               zodat andere laptops het overnemen; hoe het was, wordt eerst bewaard
  bouwstenen controleer BESTAND                gaafheid, totalen, en wat de plek van het bestand betekent

Een datum is bijvoorbeeld 2026-11-24 of 24-11-2026. Een sessie noem je met haar titel.

Is een werkmap beveiligd, dan vraagt elke opdracht het wachtwoord; een herstelcode mag ook. In een script zet je
--wachtwoord-stdin erbij: dan is de eerste regel van de invoer het wachtwoord, en de volgende een tweede als de
opdracht die nodig heeft. Een wachtwoord staat nooit in de opdracht zelf.
"""


def help_of(command: str) -> str:
    """Return what is said of one command, and how to see all of them."""
    _, _, told = HELP.partition("Gebruik:\n")
    uses, *notes = told.split("\n\n")
    ways = re.split(r"\n(?=  bouwstenen )", uses)
    own = "\n".join(way for way in ways if way.split()[1] == command)
    opening = notes[-1:] if " BESTAND" in own else []
    return "\n\n".join([f"Gebruik:\n{own}", *(note.rstrip() for note in opening), ALL]) + "\n"
