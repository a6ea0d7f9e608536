"""Ways of writing that make something an identifier or a name, and what only looks like them."""

import pytest

from bouwstenen_app.domain.privacy import AMBER, RED, Finding, findings, identifiers

SURE = (
    ("12345672 als bsn ingevuld", "BSN", "12345672"),
    ("er stond 1234-56-782 op", "BSN", "1234-56-782"),
    ("23.05.2010 is zijn geboortedatum", "GEBOORTEDATUM", "23.05.2010"),
    ("bsn en 23.05.2010 als geb.dat.", "GEBOORTEDATUM", "23.05.2010"),
    ("School noteert 23.05.2010 als geb.dat.", "GEBOORTEDATUM", "23.05.2010"),
    ("Zij kwam op 3 maart 2012 ter wereld", "GEBOORTEDATUM", "3 maart 2012"),
    ("Op 3 maart 2012 beviel moeder van een zoon", "GEBOORTEDATUM", "3 maart 2012"),
    ("hij zag het levenslicht op 3 maart 2012", "GEBOORTEDATUM", "3 maart 2012"),
    ("wordt 3 juni vier", "GEBOORTEDATUM", "3 juni"),
    ("ze wordt achttien op 3 juni", "GEBOORTEDATUM", "3 juni"),
    ("per 12 maart is hij 18", "GEBOORTEDATUM", "12 maart"),
    ("op 12 maart 2026 meerderjarig", "GEBOORTEDATUM", "12 maart 2026"),
    ("geb: 03 06 2015", "GEBOORTEDATUM", "03 06 2015"),
    ("03-06-2015 (m)", "GEBOORTEDATUM", "03-06-2015"),
    ("mw. De Xabba, 12-03-1989, Rotterdam", "GEBOORTEDATUM", "12-03-1989"),
    ("op 12 maart 2011 werd Noah geboren", "GEBOORTEDATUM", "12 maart 2011"),
    ("zij viert op 12 maart haar 18e verjaardag", "GEBOORTEDATUM", "12 maart"),
    ("31 mei, de dag dat ze achttien wordt", "GEBOORTEDATUM", "31 mei"),
    ("de hulp loopt tot zijn 18e op 31 mei 2026", "GEBOORTEDATUM", "31 mei 2026"),
    ("tot ze 18 is (31 mei 2026)", "GEBOORTEDATUM", "31 mei 2026"),
    ("Verjaardagen: moeder 12 maart, vader 3 juni", "GEBOORTEDATUM", "3 juni"),
    ("(v, 12-3-1989)", "GEBOORTEDATUM", "12-3-1989"),
    ("12-3-2011: geboorte van de jongste", "GEBOORTEDATUM", "12-3-2011"),
    ("zij is eenendertig mei jarig", "GEBOORTEDATUM", "eenendertig mei"),
    ("birthdate: 31/05/2023", "GEBOORTEDATUM", "31/05/2023"),
    ("geboren d.d. 31-05-23", "GEBOORTEDATUM", "31-05-23"),
    ("geboren 2023.05.31", "GEBOORTEDATUM", "2023.05.31"),
    ("Geboortedatum:\n12-03-2011", "GEBOORTEDATUM", "12-03-2011"),
    ("geboren 12 - mrt - 2011", "GEBOORTEDATUM", "12 - mrt - 2011"),
    ("camera zag xkb44h, NJ-89-XL", "KENTEKEN", "xkb44h"),
    ("NJ-89-XL en 12xbc3 stonden er", "KENTEKEN", "12xbc3"),
    ("hij rijdt in de GL XD 92", "KENTEKEN", "GL XD 92"),
    ("GL XD 92 is zijn kenteken", "KENTEKEN", "GL XD 92"),
    ("grijze Clio (GLXD92)", "KENTEKEN", "GLXD92"),
    ("zijn Twingo, 12-xb-34", "KENTEKEN", "12-xb-34"),
    ("foto van GL–XD–92", "KENTEKEN", "GL–XD–92"),
    ("kenteken 12/XB/34", "KENTEKEN", "12/XB/34"),
    ("kenteken uit Polen: WPX 1234A", "KENTEKEN", "WPX 1234A"),
    ("app (+31) 6 12345678", "TELEFOON", "(+31) 6 12345678"),
    ("app 06_12345678", "TELEFOON", "06_12345678"),
    ("app O6-12345678", "TELEFOON", "O6-12345678"),
    ("app 6-12345678", "TELEFOON", "6-12345678"),
    ("app 31612345678", "TELEFOON", "31612345678"),
    ("app 0 612345678", "TELEFOON", "0 612345678"),
    ("app +310612345678", "TELEFOON", "+310612345678"),
    ("app +31 (6) 12345678", "TELEFOON", "+31 (6) 12345678"),
    ("app 06,12345678", "TELEFOON", "06,12345678"),
    ("app 0-6-1-2-3-4-5-6-7-8", "TELEFOON", "0-6-1-2-3-4-5-6-7-8"),
    ("oma: 0475/12.34.56", "TELEFOON", "0475/12.34.56"),
    ("nummer thuis: 6123456", "TELEFOON", "6123456"),
    ("Telefoon:\n612345", "TELEFOON", "612345"),
    ("bel plus 31 6 12345678", "TELEFOON", "plus 31 6 12345678"),
    ("bel 06/12/34/56/78", "TELEFOON", "06/12/34/56/78"),
    ("haar 06 is 12345678", "TELEFOON", "12345678"),
    ("telefoon thuis 512345", "TELEFOON", "512345"),
    ("nul zes 12345678", "TELEFOON", "nul zes 12345678"),
    ("nul zes, twaalf, vierendertig, negen, tien", "TELEFOON", "nul zes, twaalf, vierendertig, negen, tien"),
    ("cliënt 0612345678", "TELEFOON", "0612345678"),
    ("dossiers VT-1188 en VT-1190", "ZAAKNUMMER", "VT-1190"),
    ("zaaknummers 12345, 12346 en 12347", "ZAAKNUMMER", "12347"),
    ("dossier A-1234", "ZAAKNUMMER", "A-1234"),
    ("dossier, nr. 12345", "ZAAKNUMMER", "12345"),
    ("dossier van het meisje: 2023-1188", "ZAAKNUMMER", "2023-1188"),
    ("VT23/01188 is gesloten", "ZAAKNUMMER", "VT23/01188"),
    ("VT20231188 is gesloten", "ZAAKNUMMER", "VT20231188"),
    ("THV 2023/118", "ZAAKNUMMER", "THV 2023/118"),
    ("2023-XZ-118834", "ZAAKNUMMER", "2023-XZ-118834"),
    ("casus 2023-17", "ZAAKNUMMER", "2023-17"),
    ("vt-2023-00871 is gesloten", "ZAAKNUMMER", "vt-2023-00871"),
    ("VT 00871 is gesloten", "ZAAKNUMMER", "VT 00871"),
    ("je rk 22-604 loopt", "ZAAKNUMMER", "je rk 22-604"),
    ("JE-RK-22-604 loopt", "ZAAKNUMMER", "JE-RK-22-604"),
    ("C16/531877 loopt", "ZAAKNUMMER", "C16/531877"),
    ("PL-0900-2022187734", "ZAAKNUMMER", "PL-0900-2022187734"),
    ("het cliëntnummer van moeder is 55612", "ZAAKNUMMER", "55612"),
    ("zaaknummer (nieuw): 55612", "ZAAKNUMMER", "55612"),
    ("paspoort XX12B34C5", "ZAAKNUMMER", "XX12B34C5"),
    ("rijbewijs 5123456789", "ZAAKNUMMER", "5123456789"),
    ("parket 16 - 204581 - 22", "ZAAKNUMMER", "16 - 204581 - 22"),
    ("OTS-nummer 118834", "ZAAKNUMMER", "118834"),
    ("Heuvelweg huisnr. 12", "ADRES", "Heuvelweg huisnr. 12"),
    ("Ringbaan West 12", "ADRES", "Ringbaan West 12"),
    ("Rue de la Loi 12, Brussel", "ADRES", "Rue de la Loi 12, Brussel"),
    ("Hauptstraße 12, Kleve", "ADRES", "Hauptstraße 12"),
    ("opvangadres Kersenboom 3", "ADRES", "Kersenboom 3"),
    ("verhuisde van Kersenboom 3", "ADRES", "Kersenboom 3"),
    ("Beneluxln 10", "ADRES", "Beneluxln 10"),
    ("3554KP/112", "ADRES", "3554KP/112"),
    ("Adres:\nKersenboom 12", "ADRES", "Kersenboom 12"),
    ("Huisbezoek Molenweg 5", "ADRES", "Molenweg 5"),
    ("zit op 3995 xb 8", "ADRES", "3995 xb 8"),
    ("negen mei tweeduizendveertien geboren", "GEBOORTEDATUM", "negen mei tweeduizendveertien"),
    ("derde juni negentien tachtig is zijn verjaardag", "GEBOORTEDATUM", "derde juni negentien tachtig"),
    ("geboren op negen mei tweeduizend in Breda", "GEBOORTEDATUM", "negen mei tweeduizend"),
    ("zoontje gebooren 9-11-'15", "GEBOORTEDATUM", "9-11-'15"),
    ("9-11-2015 gebroen", "GEBOORTEDATUM", "9-11-2015"),
    ("geborn in mei 2015, geborren 9/11", "GEBOORTEDATUM", "9/11"),
    ("NL91ABNA0417164300 of op NL91-ABNA-0417-1643-00", "IBAN", "NL91-ABNA-0417-1643-00"),
    ("vt24.06617 loopt nog", "ZAAKNUMMER", "vt24.06617"),
    ("cliëntdossier XB-88412", "ZAAKNUMMER", "XB-88412"),
    ("in het kinddossier 2024-8841", "ZAAKNUMMER", "2024-8841"),
    ("zorgmelding XB-88412", "ZAAKNUMMER", "XB-88412"),
    ("de caravan op Boslaan 1, 9998XB Verweg", "ADRES", "Boslaan 1, 9998XB Verweg"),
    ("zijn auto stond op 9998XB 14", "ADRES", "9998XB 14"),
    ("een bus bij Kersenboom 12a 9998XB", "ADRES", "Kersenboom 12a 9998XB"),
    ("zijn auto stond in 9998XB Utrecht", "ADRES", "9998XB Utrecht"),
    ("zijn auto, 9998XB", "KENTEKEN", "9998XB"),
    ("jansen apestaartje mail punt com", "EMAIL", "jansen apestaartje mail punt com"),
    ("x-88 {at} live.nl", "EMAIL", "x-88 {at} live.nl"),
)
LIKELY = (
    ("meisje van 8 (12-03-2015)", "GEBOORTEDATUM", "12-03-2015"),
    ("nx-89-xl stond voor de deur", "KENTEKEN", "nx-89-xl"),
    ("SQL-36-X op de laptop", "KENTEKEN", "SQL-36-X"),
    ("de brief (2023-00871) kwam", "ZAAKNUMMER", "2023-00871"),
    ("chalet 12 op het park", "ADRES", "chalet 12"),
    ("staat op Kersenboom 3 ingeschreven", "ADRES", "Kersenboom 3"),
    ("Vismarkt 10", "ADRES", "Vismarkt 10"),
    ("adres: goudplevier 101", "ADRES", "goudplevier 101"),
    ("adres = hoofdweg 101 rood", "ADRES", "hoofdweg 101"),
    ("adres=goudplevier 101", "ADRES", "goudplevier 101"),
    ("Dam 12, Amsterdam", "ADRES", "Dam 12, Amsterdam"),
    ("rekening 417164300 van moeder", "IBAN", "417164300"),
    ("bel fatima, mijn collega", "NAAM", "fatima"),
    ("fatima en haar kinderen", "NAAM", "fatima"),
    ("gesproken met sem", "NAAM", "sem"),
    ("voornaam Xabba", "NAAM", "Xabba"),
    ("stiefpa Xabba", "NAAM", "Xabba"),
    ("voetbaltrainer Xabba", "NAAM", "Xabba"),
    ("de zusjes Xabba en Yenna", "NAAM", "Yenna"),
    ("kinderen Xabba, Yenna en Zorro", "NAAM", "Zorro"),
    ("de moeder, Xabba, zei niets", "NAAM", "Xabba"),
    ("officier mr. Wassenaar belde", "NAAM", "Wassenaar"),
    ("mevrouw Zutphen belde", "NAAM", "Zutphen"),
    ("de heer J. Zutphen belde", "NAAM", "J. Zutphen"),
)
CLEAN = (
    "Sessiecode BS-2025-014 invullen; sessie 40-BS-12 en 40-BS-13 samenvoegen.",
    "Projectcode VT-2023-118, formulier VT-2023-118, zaal AB-12-CD en bestelling 12-AB-34.",
    "De Pieter van Vollenhoven stichting en de Anna Bijns prijs.",
    "Project Amber is gestopt, Pilot Noor loopt nog.",
    "Op naam van haar ex, van haar moeder.",
    "VT 2023: 1200 meldingen, VT 12000, JB 2023/2024, GI 24/7 en EU 2016/679.",
    "Werkblad GB-12-03, oefening GB-12-04 en de werkbladen 12-GB-03 en 12-GB-04 liggen klaar.",
    "Postcode 2512 en 2525 of 2566, postcode 2512 is te groot, pc 2512 op de kaart.",
    "VT 24.066 meldingen, VT 12.2024, VT24.066, versie VT24.06617.",
    "Project- en beleidsdossier XB-88412; in hoofdzaak 2024-2025; de noodzaak 12345.",
    "Op negen mei tweeduizendveertien is het plan geboren. Op negen mei tweeduizendtwintig is de sessie.",
    "MW Rotterdam, MR Utrecht, mw Rotterdam, de familie in Rotterdam; gezinnen Rotterdam.",
    "Adres = zie bijlage 12. Adres= 12 keer gewijzigd.",
    "De gebaren van 9-11-2015, geboden op 9-11-2015, gebeuren 9-11-2015, het aanbod geboten 9-11.",
    "School hoort niets terug na een melding (RH-002); zie ook de casus K-005.",
    "Zaak 1, 2 en 3; dossiers 2023 en 2024; casus 2023-2024; zaken 12, 13 en 14.",
    "In de auto 10 min wachten, de bus van 12 om 10, reed 80 km 2 keer, 3-MEI-24.",
    "De sessie van 3 maart beviel goed; op 12 maart is de 2e sessie, op 4 mei is ze 2 dagen weg.",
    "De pilot wordt 1 juni twee jaar, het overleg wordt 3 juni twee keer herhaald.",
    "Op 12 maart 2019 werd het plan geboren; 12 maart: geboorte van een netwerk.",
    "Vanaf 18 jaar op 1 januari 2025; van 18 op 19 maart; moeder belde 12 maart, vader belde 3 juni.",
    "Zij staat ingeschreven voor Sessie 3; de opvang verblijft in Vleugel 3; huisbezoek met Team 3.",
    "Zaaknummer (indien bekend): zie bijlage. Een paspoort is niet nodig, een rijbewijs 2 keer.",
    "Toon wat je kunt. Toon het aan. 06:30 uur, 06=12 en 06,5 procent.",
    "Nul zes keer, van nul tot zes jaar, 06 gemeenten, vier partners.",
    "Standplaats 2 ambulances, appartement 3 kamers, adres: zie bijlage 12, 1500 zn 3 kinderen.",
    "Toon wat je kunt, dien het in, frank en vrij, flora en fauna, beren op de weg, 12 jan en 3 jan.",
    "De ouders, Politie en Justitie; moeder, Veilig Thuis, school; zussen en Veilig Thuis.",
)


@pytest.mark.parametrize(("text", "kind", "words"), SURE)
def test_r02_an_identifier_is_found_in_any_way_of_writing(text: str, kind: str, words: str) -> None:
    start = text.index(words)

    assert Finding(kind, start, start + len(words), RED, words) in findings(text)


DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212"
"""What a word processor, or a page that was copied, has where somebody typed a hyphen."""


@pytest.mark.parametrize("dash", DASHES)
@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("bel 06-12345678", "TELEFOON", "06-12345678"),
        ("geb. 12-03-2011", "GEBOORTEDATUM", "12-03-2011"),
        ("bsn 123-456-782", "BSN", "123-456-782"),
        ("op NL91-ABNA-0417-1643-00", "IBAN", "NL91-ABNA-0417-1643-00"),
        ("onder VT-2021-04417", "ZAAKNUMMER", "VT-2021-04417"),
        ("de 12-XBC-3 reed", "KENTEKEN", "12-XBC-3"),
    ],
)
def test_r02_a_dash_is_as_good_as_a_hyphen(text: str, kind: str, words: str, dash: str) -> None:
    written = words.replace("-", dash)
    start = text.index(words)

    assert Finding(kind, start, start + len(words), RED, written) in findings(text.replace(words, written))


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("bsn 123\u200b456\u00ad782 erbij", "BSN", "123\u200b456\u00ad782"),
        ("\ufeffmevrouw\u200b Bakker", "NAAM", "Bakker"),
        ("bel ０６１２３４５６７８", "TELEFOON", "０６１２３４５６７８"),
        ("bel 06·12·34·56·78", "TELEFOON", "06·12·34·56·78"),
    ],
)
def test_r02_letters_that_nobody_sees_hide_nothing(text: str, kind: str, words: str) -> None:
    start = text.index(words)
    level = AMBER if kind == "NAAM" else RED

    assert Finding(kind, start, start + len(words), level, words) in findings(text)
    assert [one for one in findings(text) if one.level == RED] == list(identifiers(text))


@pytest.mark.parametrize(("text", "kind", "words"), LIKELY)
def test_r02_what_is_likely_is_amber(text: str, kind: str, words: str) -> None:
    start = text.index(words)

    assert Finding(kind, start, start + len(words), AMBER, words) in findings(text)


@pytest.mark.parametrize("text", CLEAN)
def test_r02_a_thing_with_the_same_look_is_no_alarm(text: str) -> None:
    assert findings(text) == ()


def test_a_bank_account_that_lacks_its_last_figure_at_the_end_of_a_line_is_read() -> None:
    assert findings("op NL91 ABNA 0417 1643 0\n") == ()
