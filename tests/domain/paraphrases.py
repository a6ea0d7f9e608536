"""Pairs that say the same in other words, written for the tests only: no weight was chosen on them.

Each is two blocks (title, explanation). The look-alikes share a subject and words, and say something else.
"""

PAIRS = (
    (
        (
            "Bel de huisarts terug",
            "Een huisarts die iets meldt, wil weten wat ermee gebeurt. Eén telefoontje is genoeg.",
        ),
        (
            "Huisartsen horen niets na hun melding",
            "Na een melding blijft het stil. Een kort belletje houdt de dokter betrokken.",
        ),
    ),
    (
        (
            "Tolk regelen duurt te lang",
            "Bij een gezin dat geen Nederlands spreekt, is er pas na een week een tolk.",
        ),
        (
            "Zonder tolken geen goed gesprek",
            "Voor anderstalige gezinnen komt de tolk te laat, of de buurvrouw vertaalt.",
        ),
    ),
    (
        ("Vaste wijkagent op school", "Leerlingen kennen de agent bij naam en stappen eerder op hem af."),
        ("De wijkagent komt elke week in de klas", "Doordat scholieren de agent kennen, vertellen ze hem meer."),
    ),
    (
        (
            "Slachtoffers moeten hun verhaal steeds opnieuw doen",
            "Elke organisatie begint weer met dezelfde vragen.",
        ),
        (
            "Vijf keer hetzelfde vertellen",
            "Een slachtoffer doet bij iedere instantie haar verhaal opnieuw. Dat put uit.",
        ),
    ),
    (
        ("Crisisdienst onbereikbaar in het weekend", "Op zaterdagnacht neemt niemand de telefoon op."),
        ("In het weekeinde krijg je de crisisdienst niet te pakken", "Wie zaterdag belt, hoort een bandje."),
    ),
    (
        (
            "Gezamenlijke intervisie van politie en jeugdhulp",
            "Eens per maand een casus bespreken, daar leren we van.",
        ),
        ("Politiemensen en jeugdhulpverleners doen samen intervisie", "Maandelijks leren ze van elkaars casussen."),
    ),
    (
        ("Te weinig plekken in de vrouwenopvang", "Moeders met kinderen wachten weken op een veilige plaats."),
        ("Opvang zit vol", "Er is geen plek voor een moeder met drie kinderen. Ze slaapt intussen bij haar zus."),
    ),
    (
        ("Schulden houden geweld in stand", "Geldstress zorgt voor ruzie. Betrek schuldhulp vanaf het begin."),
        ("Betrek schuldhulpverlening direct", "Zolang er stress over geld is, blijft de ruzie terugkomen."),
    ),
    (
        (
            "Leerplichtambtenaar ziet verzuim als eerste",
            "Verzuim is vaak een signaal dat het thuis niet veilig is.",
        ),
        (
            "Schoolverzuim als signaal",
            "Wie veel verzuimt, heeft thuis soms problemen. De leerplicht ziet dat vroeg.",
        ),
    ),
    (
        ("Vaders worden overgeslagen", "We praten met moeder en met de kinderen. Vader krijgt een brief."),
        (
            "Betrek ook de vader",
            "Het gesprek gaat bijna altijd met moeders. Vaders horen pas achteraf wat er besloten is.",
        ),
    ),
    (
        ("Eén plan voor het hele gezin", "Nu heeft elk gezinslid een eigen plan bij een eigen organisatie."),
        ("Maak samen één gezinsplan", "Vijf plannen voor één gezin werkt niet. Maak er met elkaar één van."),
    ),
    (
        (
            "Reclassering sluit aan bij het eerste overleg",
            "Dan kent de toezichthouder de zorgen al voor de zitting.",
        ),
        (
            "Nodig de reclassering meteen uit",
            "Als de reclasering vanaf het eerste overleg meedoet, weet zij eerder wat er speelt.",
        ),
    ),
    (
        ("Ouderenmishandeling wordt niet herkend", "Thuiszorgmedewerkers weten niet welke signalen ertoe doen."),
        ("Wijkverpleegkundigen herkennen mishandeling van ouderen niet", "Scholing over de signalen ontbreekt."),
    ),
    (
        (
            "Wisselende jeugdbeschermers",
            "In een jaar tijd kreeg een gezin vier jeugdbeschermers. Vertrouwen bouw je zo niet op.",
        ),
        (
            "Steeds een nieuwe jeugdbeschermer",
            "Door personeelsverloop wisselt de voogd voortdurend en begint het gezin weer bij nul.",
        ),
    ),
    (
        ("Beeldbellen met de officier", "Het overleg duurt tien minuten en niemand hoeft te reizen."),
        (
            "Overleg met het OM online",
            "Via een schermgesprek spreekt het team de officier van justitie snel, zonder reistijd.",
        ),
    ),
)

LOOK_ALIKES = (
    (
        ("Huisarts meldt te laat", "De huisarts wacht tot hij zeker is. Dan is er al veel gebeurd."),
        ("Huisarts wil graag meedenken", "De huisarts kent het gezin vaak tien jaar. Vraag wat hij ziet."),
    ),
    (
        ("Tolk inzetten bij het eerste gesprek", "Met een goede tolk vertelt het gezin meer."),
        ("Geen budget voor scholing", "Een eerste gesprek voeren is een vak. Daar is te weinig geld voor."),
    ),
    (
        ("Wijkteam heeft een wachtlijst", "Gezinnen wachten drie maanden op een eerste gesprek."),
        ("Wijkteam zit dicht bij de school", "Gezinnen lopen makkelijk binnen na schooltijd."),
    ),
)
