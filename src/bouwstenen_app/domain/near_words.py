"""Dutch words that people in these sessions use for nearly the same, one group a line; the codebook adds its own.

They help to recognise that two tables said the same thing in other words; they never say that it is so.
"""

from typing import Final

_GROUPS: Final = """
avg privacy privacywet privacyregels geheimhouding beroepsgeheim
gegevens informatie info
delen uitwisselen uitwisseling doorgeven
politie agent agenten wijkagent wijkagenten politiemelding uniform noodhulp
officier om justitie zsm strafrecht
rechter kinderrechter rechtbank zitting uitspraak veroordeling
wijkteam buurtteam lokaal jeugdteam gebiedsteam teamlid
hulpverlener professional behandelaar zorgverlener beroepskracht medewerker
hulp hulpverlening ondersteuning steun zorg
behandeling therapie traject
ggz psychiatrie psycholoog psychiater
huisarts dokter praktijk
school scholen juf meester leerkracht docent leraar mentor onderwijs
kind kinderen jongere jongeren jeugd jeugdige
ouder ouders vader moeder opvoeder verzorger
gezin gezinnen huishouden familie thuis
stel koppel partner partners relatie
pleger plegers dader daders verdachte
slachtoffer slachtoffers achterblijver achterblijvers
inwoner inwoners burger burgers bewoner bewoners
buren buur omstander omstanders
ervaringsdeskundige ervaringsdeskundigen ervaringskennis ervaringsdeskundigheid
huisverbod uithuisplaatsing uithuisgeplaatste
melding melden melder meldpunt bericht signaal
terugkoppeling terugkoppelen terugmelden terugmelding terughoren
bellen telefoon telefoontje telefonisch nummer telefoonnummer
gesprek gesprekken spreken praten gesproken besproken bespreken
luisteren horen gehoord
vragen gevraagd navragen doorvragen uitvragen
vertellen verteld verhaal uitleggen uitleg
overleg overleggen vergadering vergaderingen bijeenkomst afstemming afstemmen
overdracht overdragen doorverwijzen verwijzen verwijzing
contactpersoon aanspreekpunt gezicht vertrouwenspersoon
vast vaste zelfde dezelfde hetzelfde blijvend
regie eigenaar eigenaarschap verantwoordelijk verantwoordelijkheid zet coordinatie coordinator casusregisseur
besluit besluiten beslissen beslissing beslist afdoening
maatregel maatregelen ingrijpen interventie
wachten wachtlijst wachttijd wachtlijsten wachttijden
laat later vertraging maanden weken
snel meteen direct onmiddellijk vlot spoedig
dag dagen uur uren etmaal
beginnen begint begin start starten opstarten aanvang
stoppen stopt ophouden einde eindigt
opnieuw herhalen herhaling nogmaals
terugkomen terugkeer terugkeren terug
risico risicotaxatie inschatting inschatten taxeren taxatie gevaar
veiligheid veilig onveilig onveiligheid
geweld mishandeling mishandelen slaan
ruzie conflict escalatie escaleren
crisis acuut spoed crisisdienst noodsituatie
angst bang durven vrees onzeker twijfel
vertrouwen vertrouwd vertrouwde
begrip begrippen woorden woord taal termen
formulier formulieren papierwerk registratie registreren administratie
plan plannen veiligheidsplan aanpak
afspraak afspraken afgesproken convenant
samen gezamenlijk gezamenlijke samenwerken samenwerking
partner partners ketenpartner ketenpartners organisatie organisaties
gemeente gemeenten regio regios
verhuizen verhuist verhuizing
scheiding scheiden echtscheiding ex
geld budget financiering kosten betalen bekostiging
tijd capaciteit ruimte werkdruk rooster
leren scholing training opleiding cursus intervisie
nieuw nieuwe nieuwkomer inwerken
werk baan werkgever collega
nacht nachts avond avonds weekend kantooruren kantoortijd
taal tolk tolken vertalen vertaling anderstalig
schulden schuld huurachterstand
woning huis woningcorporatie corporatie verhuurder
digitaal online systeem ict
patroon patronen herhaling herhaald
vroeg vroegtijdig eerder preventief voorkomen
lang langdurig duurzaam structureel
kort korte lijnen
"""

GROUPS: Final = tuple(tuple(line.split()) for line in _GROUPS.strip().splitlines())
"""Words in lower case without accents, some of them in several groups."""
