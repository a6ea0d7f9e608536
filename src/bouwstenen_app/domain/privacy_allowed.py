"""What has a capital letter and is no person: places, organisations, theories, and words that begin a sentence."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from bouwstenen_app.domain.privacy_rules import Rule

_PLACES: Final = """
Aalsmeer Aalst Aalten Achterhoek Achtkarspelen Afghanistan Afrika Alblasserdam Albrandswaard Algerije Alkmaar
Almelo Almere Alphen Altena Ameland Amerika Amersfoort Amstelland Amstelveen Amsterdam Antillen Antwerpen Apeldoorn
Arnhem Aruba Assen Asten Azië Baarle Baarn Barendrecht Barneveld Beek Beekdaelen Beemster België Bergen Berkelland
Bernheze Best Betuwe Beuningen Beverwijk Bijlmer Bladel Blaricum Bloemendaal Bodegraven Boekel Bollenstreek Bonaire
Borger Borne Borsele Boxmeer Boxtel Brabant Breda Brielle Bronckhorst Brummen Brunssum Brussel Bulgarije Bunnik
Bunschoten Buren Bussum Capelle Castricum Charlois China Coevorden Congo Cranendonck Cuijk Culemborg Curaçao
Dalfsen Dantumadiel Delfland Delft Delfzijl Deurne Deventer Diemen Dinkelland Doesburg Doetinchem Dongen Doorn
Drechterland Drechtsteden Drenthe Drimmelen Dronten Druten Duitsland Duiven Ede Eemland Eemnes Eemsdelta Eersel
Egypte Eijsden Eindhoven Elburg Emmeloord Emmen Engeland Enkhuizen Enschede Epe Eritrea Ermelo Ethiopië Etten
Europa Feijenoord Flevoland Frankrijk Friesland Gaza Geertruidenberg Gelderland Geldrop Geleen Gemert Gennep Ghana
Gilze Goes Goirle Gooi Gorinchem Gouda Groenlo Groningen Gulpen Haaglanden Haaksbergen Haarlem Haarlemmermeer
Halderberge Hardenberg Harderwijk Hardinxveld Harlingen Hattem Heemskerk Heemstede Heerde Heerenveen Heerlen Heiloo
Helder Hellendoorn Hellevoetsluis Helmond  Hengelo Heumen Heusden Hillegom Hilvarenbeek Hilversum Holland
Hollands Hoogeveen Hoogezand Hoorn Horst Houten Huizen Hulst IJmond IJssel IJsselland IJsselmonde IJsselstein India
Indonesië Irak Iran Israël Italië Jemen Kaapverdië Kampen Kanaleneiland Kapelle Katwijk Kennemerland Kerkrade
Kollumerland Krimpen Laarbeek Landgraaf Landsmeer Lansingerland Laren Leerdam Leeuwarden Leiden Leiderdorp
Leidschendam Lelystad Leudal Leusden Libanon Limburg Lingewaard Lisse Lochem Lombok Loon Losser Maasdriel Maasgouw
Maashorst Maassluis Maastricht Marokko Medemblik Meerssen Meierijstad Meppel Middelburg Midden-Brabant
Midden-Nederland Moerdijk Montferland Montfoort Mook Naarden Neder-Betuwe Nederland Nederweert Nieuwegein Nieuwkoop
Nigeria Nijkerk Nijmegen Nissewaard Noord Noord-Brabant Noord-Holland Noord-Nederland Noordenveld Noorderveen
Noordoostpolder Noordwijk Nuenen Nunspeet Oekraïne Oirschot Oisterwijk Oldambt Oldebroek Oldenzaal Olst Ommen Oost
Oost-Brabant Oost-Gelderland Oost-Nederland Oosterhout Oosterwolde Opsterland Oss Ouderkerk Oudersluis Oudewater
Overijssel Overvecht Pakistan Palestina Papendrecht Pijnacker Polen Portugal Purmerend Putten Raalte Renkum
Renswoude Reusel Rheden Rhenen Ridderkerk Rijnmond Rijssen Rijswijk Rivierenhoek Roemenië Roermond Roosendaal
Rotterdam Rozenburg Rucphen Rusland Schagen Scherpenzeel Schiedam Schiermonnikoog Schijndel Schilderswijk Schouwen
Sittard Sliedrecht Sluis Smallingerland Sneek Soedan Soest Somalië Someren Son Spanje Spijkenisse Stadskanaal
Staphorst Steenbergen Steenwijk Stein Stichtse Suriname Syrië Terneuzen Terschelling Texel Teylingen Tholen Tiel
Tilburg Tubbergen Tunesië Turkije Twente Twenterand Tynaarlo Tytsjerksteradiel Uden Uitgeest Uithoorn Urk Utrecht
Vaals Valkenburg Valkenswaard Veendam Veenendaal Veere Veghel Veldhoven Velp Velsen Venlo Venray Vianen Vietnam
Vijfheerenlanden Vlaams Vlaanderen Vlaardingen Vlieland Vlissingen Volendam Voorburg Voorne Voorschoten Voorst
Vught Waadhoeke Waalre Waalwijk Wadden Waddinxveen Wageningen Wassenaar Waterland Weert Weesp West West-Brabant
West-Friesland Westerkwartier Westerveld Westervoort Westfriesland Westland Wierden Wijchen Wijdemeren Wijk
Winschoten Winsum Winterswijk Woensdrecht Woerden Zaandam Zaanstad Zaanstreek Zaltbommel Zandvoort Zeeland Zeewolde
Zeist Zevenaar Zoetermeer Zoeterwoude Zuid Zuid-Holland Zuid-Limburg Zuidoost Zuidplas Zundert Zutphen
Zwartewaterland Zwijndrecht Zwolle
"""

_ORGANISATIONS: Final = """
Abrona Academie Accare Allah Altrecht Amerpoort Antes Apple Arkin Arosa Augeo Beschermd Besluit Bevrijdingsdag
Bijbel Blijf Bocht Boeddha Brijder Bruggen Bureau Burgerlijk Buurtteam Buurtzorg Cardea Carnaval Centrum Chatgpt
Combinatie Cordaan Cosis Dienst Dimence Enver Excel Exodus Facebook Fier Filomena Fivoor Fonds Gemeente Gerechtshof
Gezin God Google Groep Grondwet Halt Handreiking Heils Hemelvaart Hof Hogeschool Horeb Horizon Huis Humanitas
Inforsa Inspectie Instagram Instituut Internet Intervence Ipse Iriszorg Islam Istanbul Jarabee Jellinek Jeugd
Jeugdbescherming Jeugdreclassering Jeugdteam Jeugdwet Jeugdzorg Jezus Justitie Kadera Kamer Karakter Kentron Kerst
Kind Kinderbescherming Kindertelefoon Kompaan Koningsdag Koraal Koran Korrelatie Leger Lentis Levvel Linkedin
Lokaal Luisterlijn Lunet Marte Mediant Meldcode Meo Microsoft Middin Ministerie Moederdag Mondriaan Moviera Movisie
Mozes Netflix Netwerk Nidos Nji Novadic Offerfeest Oké Opvang Oranje Ouder Ouders Outlook Pactum Parnassia
Participatiewet Partners Pasen Persona Perspectief Pharos Philadelphia Pinksteren Platform Politie Powerpoint
Prisma Pro Prodeba Programma Project Provincie Raad Ramadan Rechtbank Reclassering Regio Rijk Rivierduinen Safety
Samen Samsung Schrikker Sensoor Signal Signs Sinterklaas Sinterklaasfeest Slachtofferhulp Snapchat Spirit Staten
Sterk Stichting Strafrecht Strafvordering Suikerfeest Tactus Team Teams Telegram Thuis Thuiszorg Tiktok
Toekomstscenario Trimbos Triple Universiteit Vaderdag Valkenhorst Veilig Veiligheidshuis Veiligheidsregio Verdrag
Vereniging Verslavingszorg Viersprong Vluchtelingenwerk Vng Vnn Vrouwenopvang Waag Wende Wetboek Whatsapp Wijkteam
Windows Wmo Wonen Word Xonar Youtube Yulius Ziekenhuis Zonnehuizen Zoom Zorg Zorg-
"""

_THEORIES: Final = """
Adler Ainsworth Alzheimer Argyris Aristoteles Asperger Assepoester Bandura Beck Belbin Bopz Bowlby Bronfenbrenner
Covey Dalton Delphi Deming Down Duluth Edwards Eisenhower Erikson Foucault Freud Gauss Gesell Glasl Gordon Habermas
Heckman Ishikawa Jenaplan Johari Jonker Jung Kafka Kahneman Karpman Kolb Korsakov Kotter Kübler-Ross Langkous Leary
Lewin Likert Maslow Mintzberg Modaal Montessori Munchausen Nederlandse Pareto Parkinson Pavlov Piaget Pinokkio
Pippi Plato Porges Rett Rogers Salomo Scharmer Schein Senge Skinner Socrates Steiner Stern Stockholm Thomas-Kilmann
Tourette Turnell Venn Verwey Verwey-Jonker Vygotsky Weerwolf Winnicott
"""

_ADJECTIVES: Final = """
Afghaans Afghaanse Afrikaanse Amerikaanse Amsterdamse Antilliaans Antilliaanse Arabisch Arabische Aziatische
Belgisch Belgische Berberse Brabantse Braziliaanse Bulgaarse Chinees Chinese Christelijke Duits Duitse Engels
Engelse Eritrese Ethiopische Europese Frans Franse Fries Friese Groningse Haagse Indische Iraakse Iraanse
Islamitische Italiaanse Joodse Limburgse Marokkaans Marokkaanse Molukse Nederlands Nederlandse Oekraïens Oekraïense
Pools Poolse Portugese Roemeense Rotterdamse Russisch Russische Somalische Spaans Spaanse Surinaams Surinaamse
Syrisch Syrische Turks Turkse Twentse Utrechtse Zeeuwse
"""

_OPENERS: Final = """
Aan Aangifte Acht Actie Advocaat Afspraak Agent Aldus Alle Alleen Allemaal Als Altijd Ander Andere April Artikel
Augustus Avond Baby Basisschool Begeleider Begin Behandelaar Beide Bel Belt Beste Bewoner Bewoners Bij Bijlage
Bleek Blijft Bouwsteen Broeder Broer Burgemeester Buurman Buurt Buurvrouw Casus Centraal Cliënt Cliënte Coach
Collega Contact Crisisdienst Daar Daardoor Daarmee Daarna Daarom Dader Dames Dan Dank Dat De December Deed Deel
Denk Derde Deze Dhr Die Dinsdag Directeur Dit Docent Dochter Doe Doel Doet Dokter Donderdag Door Doordat Dossier Dr
Drie Drs Dus Een Eerst Eerste Eigen Eigenlijk Elke En Er Ervaringsdeskundige Ervaringsdeskundigen Ex Eén Familie
Fase Februari Ga Gaat Geachte Gebruik Geef Geeft Geen Geldt Gelukkig Gezin Ging Gisteren Goed Goede Groep Groet
Groeten Haar Had Hebben Heeft Heer Helaas Heren Herfst Het Hier Hierdoor Hiermee Hij Hoe Hoofdstuk Houd Houdt
Huisarts Huisverbod Huize Hulp Hulpverlener Hun Idee Ieder Iedere Iedereen Iemand Ik In Ing Inmiddels Ir Is Ja
Januari Je Jeugdarts Jij Jongen Jongens Jouw Juf Juist Juli Jullie Juni Kan Kijk Kind Kinderen Kinderopvang Klas
Knelpunt Kom Komt Koning Koningin Kortom Kun Kunnen Kwam Laat Laatste Later Leerkracht Leerling Leerlingen Lees Leg
Lente Let Luister Maak Maakt Maandag Maar Maart Mag Mama Man Mannen Medewerker Medewerkers Meer Meester Mei Meisje
Meisjes Meld Melder Melding Meldingen Men Meneer Mentor Met Mevrouw Middag Mijn Mijnheer Minder Misschien Mits Moed
Moeder Moet Moeten Mogen Morgen Mr Mw Na Naar Nacht Namens Nee Neem Neemt Negen Niemand Niet Nieuw Nieuwe Nodig Nog
Nooit Notaris November Nu Nummer Ochtend Of Officier Oktober Om Oma Omdat Ondanks Onder Ons Onze Ook Oom Op Opa
Oude Ouderling Over Overleg Papa Partner Patiënt Paus Peuter Plan Pleger Praat Prins Prinses Prof Professionals
Projectleider Psychiater Psycholoog Punt Rechercheur Rechter Risico Ronde Samen Scholing School Schrijf September
Sinds Sint Slachtoffer Sommige Soms Spreek Staat Stap Start Stel Steun Stop Straks Student Tafel Tante Teamleider
Tegen Tenzij Terugkoppeling Terwijl Therapeut Tien Tijdens Toch Toen Tolk Top Tot Totdat Tussen Twee Tweede
Tweeling U Uit Uw Vaak Vader Van Vanaf Vandaag Vanwege Vast Vaste Veel Verdachte Verloskundige Verpleegkundige
Vertel Vier Vijf Volgende Volgens Voogd Voor Vooral Voorbeeld Voorzitter Vraag Vraagt Vrijdag Vroeger Vrouw Vrouwen
Waar Waarom Wanneer Want Waren Was Wat We Week Weekend Wegens Weinig Wel Welk Welke Werd Werden Werk Wet Wethouder
Wie Wij Wijk Wijkagent Wil Willen Winter Woensdag Worden Wordt Zaak Zal Zaterdag Ze Zegt Zei Zelf Zes Zet Zeven Zij
Zijn Zo Zoals Zodra Zoek Zomer Zondag Zonder Zoon Zorg Zou Zouden Zullen Zus Zuster
"""

_KNOWN: Final = """
Albert Heijn|Amber Alert|Amber alert|AMBER Alert|AmberAlert|Amberalert|Anna Freud|Anne Frank|Barbapapa|
Dirk van den Broek|Erasmus MC|Jan Linders|Jan Modaal|Jan Rap|Jan en alleman|Jan met de pet|Jantje Beton|
Jeroen Bosch|Jip en Janneke|Jip en janneke|Jip-en-Janneke|Jip-en-janneke|Johan Cruijff|Koning Willem|
Leger des Heils|Mark Rutte|Marte Meo|Moeder Aarde|Moeder Teresa|Nijntje|Oom Agent|Philips|Piet Snot|Prins Claus|
Pro Persona|Rode Kruis|Roos van Leary|Roosa Manus|Rosa Manus|Tante Pos|Thomas Kilmann|Thomas-Kilmann|
Tim en de Beer|Vader Staat|Van Dale|van Dale|Van Lanschot|Van Montfoort|Van der Kolk|Van der Valk|Veilig Thuis|
Verwey Jonker|Verwey-Jonker|Willem Schrikker|Willem-Alexander|William Schrikker Groep|William Schrikker|
Den Bosch|Den Burg|Den Dolder|Den Haag|Den Ham|Den Helder|Den Hout|Den Oever|
Sint Jan|Sint Jozef|Sint Maarten|Sint Nicolaas|Sint-Jan|Sint-Jozef|Sint-Maarten|Sint-Nicolaas
"""
"""Names of things in which the name of a person stands, or seems to."""
_CALLED: Final = Rule(
    r"\b(?:(?:[Cc]ommissie|[Mm]ethode|[Mm]odel|[Mm]otie|[Tt]heorie|[Ss]chaal|[Pp]iramide|[Cc]irkel|"
    r"[Dd]riehoek|[Ww]et|[Ww]indow|[Ss]yndroom)"
    r"(?:[ -]van)?[ -](?:(?:de|der|van|den|De|Van|Den) ){0,2}[A-Z]\w{1,20}(?:[ -][A-Z]\w{1,20}){0,2}|"
    r"(?:[Ss]tichting|[Ff]onds|[Ii]nstituut|[Bb]asisschool|[Cc]ollege|[Ll]yceum|[Kk]liniek|[Hh]uize|"
    r"[Pp]rijs|[Hh]et)"
    r" (?:Huis |Sint |St\.? ?|De |Prins |Prinses )?[A-Z]\w{1,20}(?: [A-Z]\w{1,20}){0,2})"
)
"""What is called after somebody: a committee, a method, a school."""
_CALLED_ENDS: Final = (
    "ommissie", "ethode", "odel", "otie", "heorie", "chaal", "iramide", "irkel", "riehoek", "et ", "et-", "indow",
    "yndroom", "tichting", "onds", "nstituut", "asisschool", "ollege", "yceum", "liniek", "uize", "rijs",
)  # fmt: skip
"""Without any of these nothing is."""


@cache
def _known() -> tuple[str, ...]:
    return tuple(_KNOWN.replace("\n", "").split("|"))


def known_things(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the name of a thing stands that has a person's in it, in order, apart from each other."""
    spans = [found.span() for found in _CALLED.finditer(text)] if any(map(text.__contains__, _CALLED_ENDS)) else []
    for name in _known():
        start = text.find(name) if name in text else -1
        while start >= 0:
            if not text[start - 1 : start].isalnum():
                spans.append((start, start + len(name)))
            start = text.find(name, start + 1)
    last = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= last:
            yield start, end
            last = end


OF_A_THING: Final = Rule(
    r"(?:ziekenhuis|school|college|lyceum|stichting|fonds|instituut|centrum|centre|center|kliniek|academie|plein|straat|laan|"
    r"arena|stadion|methode|model|overleg|beraad|opvang|zorg|team|aanpak|protocol|heid|teit|atie|schap|onderwijs|"
    r"geweld|beleid|dienst|hulp)\Z|"
    r"\A(?:huis|hof|park|kerk|groep|prijs|wet|test|lijst|mc|umc)\Z"
)
"""How the last word of a name ends that is of a thing: *Emma Kinderziekenhuis*."""


@cache
def places() -> frozenset[str]:
    """Return names of places and countries, folded."""
    return frozenset(_PLACES.casefold().split())


@cache
def no_names() -> frozenset[str]:
    """Return words that are no name of a person though they have a capital, folded."""
    return frozenset(" ".join((_PLACES, _ORGANISATIONS, _THEORIES, _ADJECTIVES, _OPENERS)).casefold().split())
