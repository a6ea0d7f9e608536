"""What is found in Dutch texts, what is not, and that reading stays cheap whatever comes in."""

import re
import re._constants as constants
import re._parser as parser
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain import (
    privacy_allowed,
    privacy_cases,
    privacy_dates,
    privacy_digits,
    privacy_likely_places,
    privacy_name_parts,
    privacy_names,
    privacy_numbers,
    privacy_places,
    privacy_plates,
    privacy_roles,
    privacy_things,
)
from bouwstenen_app.domain.privacy import DETAIL, KINDS, RED, WORDS, Finding, findings, identifiers
from bouwstenen_app.domain.privacy_digits import passes_eleven_test, passes_iban_test
from bouwstenen_app.domain.privacy_rules import Rule

FOUND = (
    ("Bel vader op 06-12345678.", "TELEFOON", "06-12345678"),
    ("bereikbaar op +31 6 1234 5678", "TELEFOON", "+31 6 1234 5678"),
    ("Haar nummer is 0475-512345", "TELEFOON", "0475-512345"),
    ("mail naar k.visser@ziggo.nl graag", "EMAIL", "k.visser@ziggo.nl"),
    ("BSN 123456782 staat erin", "BSN", "123456782"),
    ("bsn: 1234.56.782", "BSN", "1234.56.782"),
    ("op NL91 ABNA 0417 1643 00 gestort", "IBAN", "NL91 ABNA 0417 1643 00"),
    ("Zij woont aan de Kerkstraat 12a in het dorp", "ADRES", "Kerkstraat 12a"),
    ("postcode 3512 JE", "ADRES", "3512 JE"),
    ("geboren op 12-03-2015", "GEBOORTEDATUM", "12-03-2015"),
    ("Hij is op 3 mei jarig", "GEBOORTEDATUM", "3 mei"),
    ("zaaknummer 2024-118834", "ZAAKNUMMER", "2024-118834"),
    ("casus BSN 111222333", "BSN", "111222333"),
    ("dossier: bsn 123456782", "BSN", "123456782"),
    ("parket 05/123456-23 loopt nog", "ZAAKNUMMER", "05/123456-23"),
    ("de auto met kenteken GB-482-K", "KENTEKEN", "GB-482-K"),
    ("Mevrouw De Vries belde", "NAAM", "De Vries"),
    ("haar zoon Daan is ziek", "NAAM", "Daan"),
    ("haar ex, Kevin, kwam weer", "NAAM", "Kevin"),
    ("wijkagent Peter Jansen ging mee", "NAAM", "Peter Jansen"),
    ("mevrouw de vries belde", "NAAM", "de vries"),
    ("een meisje dat Noor heet", "NAAM", "Noor"),
    ("Fatima’s moeder belde", "NAAM", "Fatima"),
    ("het nummer 467.68.86.55 stond erbij", "BSN", "467.68.86.55"),
    ("dossier met nummer 884512", "ZAAKNUMMER", "884512"),
    ("het dossier met 123456782 was dubbel", "BSN", "123456782"),
    ("Opvang De Brink 5 zit vol", "ADRES", "De Brink 5"),
    ("woont nu It Heech 3", "ADRES", "It Heech 3"),
    ("Plein 1940 nr. 12", "ADRES", "Plein 1940 nr. 12"),
    ("Bezoek Van Goghstraat 3 morgen", "ADRES", "Van Goghstraat 3"),
    ("Prinses Irenelaan 8", "ADRES", "Prinses Irenelaan 8"),
    ("Berkenpad 4, 9999 XB Verweg", "ADRES", "Berkenpad 4, 9999 XB Verweg"),
    ("moeder (3-4-'79) belde", "GEBOORTEDATUM", "3-4-'79"),
    ("d.o.b. 2001-02-03", "GEBOORTEDATUM", "2001-02-03"),
    ("3 april 1979 geb. te Rabat", "GEBOORTEDATUM", "3 april 1979"),
    ("geboren op twaalf maart tweeduizendtien", "GEBOORTEDATUM", "twaalf maart tweeduizendtien"),
    ("jarig: zesentwintig mei", "GEBOORTEDATUM", "zesentwintig mei"),
    ("rekening tnv p. de boer", "NAAM", "p. de boer"),
    ("de tolk, X. Qarabi, kwam", "NAAM", "X. Qarabi"),
    ("Q. Wexler, geb. in Rabat", "NAAM", "Q. Wexler"),
    ("de voogd van dam zei nee", "NAAM", "van dam"),
    ("meneer Lie A Fat kwam", "NAAM", "Lie A Fat"),
    ("mentor Van ’t Veld zag het", "NAAM", "Van ’t Veld"),
    ("nrs 0612345678/0687654321", "TELEFOON", "0687654321"),
    ("fatima at hotmail punt com", "EMAIL", "fatima at hotmail punt com"),
    ("mail f.bakker@gmail graag", "EMAIL", "f.bakker@gmail"),
    ("BSN1234.56.782", "BSN", "1234.56.782"),
    ("persoonsnr 123456782", "BSN", "123456782"),
    ("zwarte BMW 12 XBC 3", "KENTEKEN", "12 XBC 3"),
    ("gx-123-b reed weg", "KENTEKEN", "gx-123-b"),
    ("Duits kenteken B-MW 1234", "KENTEKEN", "B-MW 1234"),
    ("pl0900-2026123456", "ZAAKNUMMER", "pl0900-2026123456"),
    ("BVH 2026123456", "ZAAKNUMMER", "2026123456"),
    ("dossier 12345 ligt stil", "ZAAKNUMMER", "12345"),
    ("9999XB12", "ADRES", "9999XB12"),
    ("9999 xb, nr 14", "ADRES", "9999 xb, nr 14"),
    ("gebd. 12-03-2014", "GEBOORTEDATUM", "12-03-2014"),
    ("g.d. 120314", "GEBOORTEDATUM", "120314"),
    ("zij wordt 14 maart 18", "GEBOORTEDATUM", "14 maart 18"),
    ("Fatima (12-03-1984) belde", "GEBOORTEDATUM", "12-03-1984"),
    ("tante Wil komt", "NAAM", "Wil"),
    ("hij heet eigenlijk Fatima", "NAAM", "Fatima"),
    ("volgens fatima lukt het", "NAAM", "fatima"),
    ("| kind | Fatima | 04-11-2007 |", "GEBOORTEDATUM", "04-11-2007"),
    ("zit onder nr XQ 4471902", "ZAAKNUMMER", "XQ 4471902"),
    ("Mv. Xabbadoe belde", "NAAM", "Xabbadoe"),
    ("gr. Xaviera", "NAAM", "Xaviera"),
    ("de tolk heet Goedhart", "NAAM", "Goedhart"),
    ("gesproken met Hedda Xaukema", "NAAM", "Hedda Xaukema"),
    ("buurvrouw Fatima van Zanten: zij belde", "NAAM", "Fatima van Zanten"),
    ("kerkstr 14 stond leeg", "ADRES", "kerkstr 14"),
    ("Kerkstraat (nr 14)", "ADRES", "Kerkstraat (nr 14"),
    ("in de kerkstraat14", "ADRES", "kerkstraat14"),
    ("nummer 14 in de Kerkstraat", "ADRES", "nummer 14 in de Kerkstraat"),
    ("’t Zand 16", "ADRES", "’t Zand 16"),
    ("M (3-3-1984) en V", "GEBOORTEDATUM", "3-3-1984"),
    ("born 3 March 2014", "GEBOORTEDATUM", "3 March 2014"),
    ("zij is 3-3-2024 bevallen", "GEBOORTEDATUM", "3-3-2024"),
    ("Berenburg 211, 9999 AM", "ADRES", "Berenburg 211, 9999 AM"),
    ("een meisje (14/02/2012) zei", "GEBOORTEDATUM", "14/02/2012"),
    ("jongere Fatima B. (25.5.2009) kwam", "GEBOORTEDATUM", "25.5.2009"),
    ("auto moeder XF 802 X", "KENTEKEN", "XF 802 X"),
    ("grijs, KX 482 G, stond er", "KENTEKEN", "KX 482 G"),
    ("zus (0511 45 67 89) belt", "TELEFOON", "0511 45 67 89"),
    ("Kerkkade 40, 9999 SG Den Haag", "ADRES", "Kerkkade 40, 9999 SG Den Haag"),
    ("(bel 010 - 267 89 01)", "TELEFOON", "010 - 267 89 01"),
    ("jongerencoach Xanthe kwam", "NAAM", "Xanthe"),
    ("met Annelotte gesproken", "NAAM", "Annelotte"),
    ("met Abdelxafid gesproken", "NAAM", "Abdelxafid"),
    ("Daan, Xanthe en Lotte waren er", "NAAM", "Xanthe"),
    ("slaapt bij Fatima in de Berkstraat 19", "NAAM", "Fatima"),
    ("@Fatima kun jij dit doen", "NAAM", "Fatima"),
    ("Naam: Fatima Zijlstra Functie: tolk", "NAAM", "Fatima Zijlstra"),
    ("bsn\u00a0123\u00a0456\u00a0782 staat erin", "BSN", "123\u00a0456\u00a0782"),
    ("de samenvatting van D-48817/25 mist", "ZAAKNUMMER", "D-48817/25"),
    ("zie VT-30912-2024 voor de rest", "ZAAKNUMMER", "VT-30912-2024"),
    ("ze huurt op Derde Leliedwarsstraat 7", "ADRES", "Derde Leliedwarsstraat 7"),
    ("Bel 06\u201112345678.", "TELEFOON", "06\u201112345678"),
    ("Mevrouw\u00a0De\u00a0Vries belde", "NAAM", "De\u00a0Vries"),
    ("ze logeert in de Kerkstraat 12 bij een nicht", "ADRES", "Kerkstraat 12"),
    ("Kerkstraat 12 van de stichting", "ADRES", "Kerkstraat 12"),
    ("Kerkstraat 12 t/m 18 gaan dicht", "ADRES", "Kerkstraat 12"),
    ("Kerkstraat op nummer 12", "ADRES", "Kerkstraat op nummer 12"),
    ("Lange Gracht 31 bis", "ADRES", "Lange Gracht 31 bis"),
    ("Plein 1940 12-III", "ADRES", "Plein 1940 12-III"),
    ("Huurt Kerkstr. 12 al jaren", "ADRES", "Kerkstr. 12"),
    ("Pr. Clausstraat 12", "ADRES", "Pr. Clausstraat 12"),
    ("de school meldt een meisje, geboren 12-03-2014", "GEBOORTEDATUM", "12-03-2014"),
    ("naam: Xabbadoe, geboren op 12-03-2014", "GEBOORTEDATUM", "12-03-2014"),
    ("op het overleg: zoon geb. 12-03-2014", "GEBOORTEDATUM", "12-03-2014"),
    ("Op 3 maart 2014 werd zij geboren", "GEBOORTEDATUM", "3 maart 2014"),
    ("Zijn verjaardag is 3 maart.", "GEBOORTEDATUM", "3 maart"),
    ("haar verjaardag (3/12)", "GEBOORTEDATUM", "3/12"),
    ("zij is op 3-12 jarig", "GEBOORTEDATUM", "3-12"),
    ("030214 geboren", "GEBOORTEDATUM", "030214"),
    ("0612345678,0687654321", "TELEFOON", "0687654321"),
    ("nummer 0 6 1 2 3 4 5 6 7 8", "TELEFOON", "0 6 1 2 3 4 5 6 7 8"),
    ("geb.dat: 20140312", "GEBOORTEDATUM", "20140312"),
    ("verjaart op de 3e van mei", "GEBOORTEDATUM", "3e van mei"),
    ("G. 12-03-1984 (AZC)", "GEBOORTEDATUM", "12-03-1984"),
    ("de standplaats is Zandoven 12", "ADRES", "Zandoven 12"),
    ("zij huurt 2e Prinsenstraat 12", "ADRES", "2e Prinsenstraat 12"),
    ("zij verblijft in Zandpoort 14 (tijdelijk)", "ADRES", "Zandpoort 14"),
    ("kenteken 1-XBC-234", "KENTEKEN", "1-XBC-234"),
    ("beschikking 25/00123 loopt af", "ZAAKNUMMER", "25/00123"),
    ("adresonderzoek Zandwikke 31 door de gemeente", "ADRES", "Zandwikke 31"),
    ("Verhuisd van Kerkstraat 12", "ADRES", "Kerkstraat 12"),
    ("oudste 12/08/2008", "GEBOORTEDATUM", "12/08/2008"),
    ("haar oudste, Fatima, kwam", "NAAM", "Fatima"),
    ("app 06 / 12345678", "TELEFOON", "06 / 12345678"),
    ("kind (geb.3 sept 2014)", "GEBOORTEDATUM", "3 sept 2014"),
    ("ze wordt op 3 april 16 jaar", "GEBOORTEDATUM", "3 april"),
    ("dossier van de politie 2026123456", "ZAAKNUMMER", "2026123456"),
    ("RvdK-nr. 26/1234", "ZAAKNUMMER", "26/1234"),
    ("toevoeging 3XB4821 is verleend", "ZAAKNUMMER", "3XB4821"),
    ("cliënt-id 00123456", "ZAAKNUMMER", "00123456"),
    ("Roemeense plaat XB 1234Z", "KENTEKEN", "XB 1234Z"),
    ("hr. Xabbadoe tekent", "NAAM", "Xabbadoe"),
    ("tel0612345678", "TELEFOON", "0612345678"),
    ("mail f.bakker @ school.nl", "EMAIL", "f.bakker @ school.nl"),
    ("fatima at gmail.com", "EMAIL", "fatima at gmail.com"),
    ("d'angelo@school.nl", "EMAIL", "d'angelo@school.nl"),
    ("serieus: 123456782 op de flap", "BSN", "123456782"),
    ("bsn's 123456782/111222333", "BSN", "111222333"),
    ("PL0900 2026 123456", "ZAAKNUMMER", "PL0900 2026 123456"),
    ("SGR 24/1234 is uitgesproken", "ZAAKNUMMER", "SGR 24/1234"),
    ("jeugddossiernr. Z2026-00012345", "ZAAKNUMMER", "Z2026-00012345"),
    ("leerling Fatima B. bleef weg", "NAAM", "Fatima B."),
    ("de moeder van fatima kwam", "NAAM", "fatima"),
    ("Tuin van Fatima", "NAAM", "Fatima"),
)
CLEAN = (
    "Bel 112, of Veilig Thuis op 0800-2000, of de gemeente op 14 030.",
    "Er is € 123.456.782 nodig, en KvK 12345678 staat onder de brief.",
    "Artikel 1:255 BW, art. 8 EVRM en de Jeugdwet gelden sinds 1 juli 2013.",
    "In 2023 kwamen er 1200 VT-meldingen, in 2024-2025 meer.",
    "Kinderen van 8 en 11 jaar, groep 7 en 8, een vrouw van 58.",
    "De Roos van Leary, de piramide van Maslow en de driehoek van Karpman.",
    "Moeder en kind gingen naar Blijf Groep in Den Haag.",
    "Geen namen of herleidbare details in bouwstenen.",
    "Op 12 maart 2024 was de sessie, van 13.00 tot 15.00 uur.",
    "Het plan is geboren op 12 maart 2024.",
    "RH-017 en K-05 horen bij elkaar; zie tabel 4.",
    "Postbus 123, 3508 AL Utrecht en antwoordnummer 12, 3500 VB Utrecht.",
    "In zaal Fatima 2 en in lokaal Petra zitten de kinderen van obs Willem.",
    "Mevrouw wilde niet, en Kaartjes 80 g/m2 zijn op.",
    "Een computer met 192.16.10.28 als adres, @jeugd en @wonen.",
    "Anna Freud Centre deed mee. Mvg, Veilig Thuis. Veel Thema’s en Schema’s.",
    "Gesprek met ouders, 14 april 2024; ouders (12-03-2024) gesproken.",
    "Adem in. Erna belden we. Zaal 3 is vol, in De Kamp 12 deelnemers, sessie 3, Utrecht.",
    "De bus 12 komt, golf 3 van 12, op Tafel 3, melding 1200, aanvraag 2026.",
    "Het kind was van 3 juni tot 4 juli weg; moeder, 12 maart kwam ze terug.",
    "Den Bosch, moeder van groot belang, agent van dienst.",
    "Arrest C-131/12 en C-2021/18, formulier A-12/25, plank B-1200 en onderzoek AB-2019-2021.",
    "Leerlingen van het Titus Brandsma Lyceum en het Emma Kinderziekenhuis.",
    "De meldcode is per 1-1-2019 strenger, en zaaknummer volgt.",
    "Op 3 maart 2027 vieren we het 25-jarig bestaan, de geboortezorg begon op 1 mei 2020.",
    "Het overleg is geboren op 12 maart 2024.",
    "Cijfers: 4512 MH, 1033 KM en 2210 XQ, 318 HG.",
    "In de Kerkstraat 3 van de 10 gezinnen, in de Lindelaan 12 keer.",
    "Een agent in burger, bestelling AB-1234567.",
    "Broers en zussen praten mee.",
    "HR Advies en HR Van Nu denken mee, factuur 2026123456.",
    "**Besluit** van 12-03-2024 en kleur #BF534B, onderzoek 12345 deelnemers.",
    "Zie ECLI:NL:HR:2023:1234.",
    "Leerkracht Basisonderwijs en Coach Veiligheid zijn functies.",
)
HOSTILE = (
    "a", "A", "0", " ", ".", "@", "-", "A.", "a@", "06-", "1 ", "Jan ", "geb. ", "van de ", "kenteken ", "NL91",
    "(", "1-", "a-", "é", "\n",
    "Mevrouw ", "12-", "straat 1 ", "zaaknummer ", "AB",
    "1234 AB ", "methode van Aa ", "😀", "'s ", "het Aa ", "geboren op ", "woont Aa ",
)  # fmt: skip
MODULES = (
    privacy_allowed,
    privacy_cases,
    privacy_dates,
    privacy_digits,
    privacy_name_parts,
    privacy_names,
    privacy_numbers,
    privacy_likely_places,
    privacy_places,
    privacy_plates,
    privacy_roles,
    privacy_things,
)
WIDEST = 700
"""Characters that the widest rule looks at from one place."""


@pytest.mark.parametrize(("text", "kind", "words"), FOUND)
def test_r02_what_points_to_one_person_is_found_where_it_stands(text: str, kind: str, words: str) -> None:
    start = text.index(words)

    assert Finding(kind, start, start + len(words), "oranje" if kind == "NAAM" else RED, words) in findings(text)


@pytest.mark.parametrize("text", CLEAN)
def test_r02_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert findings(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("schrijf naar info@veiligthuis.nl", "EMAIL"),
        ("bel de praktijk, 088-1234567", "TELEFOON"),
        ("bsn 123456789", "BSN"),
        ("NL91ABNA0417164301", "IBAN"),
        ("het gezin bij nummer twaalf", "ADRES"),
        ("geboren in maart 2015", "GEBOORTEDATUM"),
        ("een jongen van 12-3-2014", "GEBOORTEDATUM"),
        ("rekeningnummer 464760224", "IBAN"),
        ("ze zit nu op Waterlelie 22", "ADRES"),
        ("Boomgaard 17, Dronten", "ADRES"),
        ("Achter de Dom 5", "ADRES"),
        ("kind 1: 03-03-2014", "GEBOORTEDATUM"),
        ("schrijf naar jeugdenveiligheid@regio.nl", "EMAIL"),
        ("ECLI:NL:RBDHA:2023:1234 is van toen", "ZAAKNUMMER"),
        ("Berkenheuvel 12, achterin", "ADRES"),
        ("op Waterlelie 22-b", "ADRES"),
        ("XB482G stond er", "KENTEKEN"),
        ("gezet uit de Waterlelie 14", "ADRES"),
        ("geboren 04-2021", "GEBOORTEDATUM"),
        ("wij lazen 2026123456 na", "ZAAKNUMMER"),
        ("stuk XQ-0012345 erbij", "ZAAKNUMMER"),
    ],
)
def test_what_is_not_sure_is_amber(text: str, kind: str) -> None:
    assert [(one.kind, one.level) for one in findings(text)] == [(kind, "oranje")]


def test_a_number_is_what_its_word_says_it_is() -> None:
    assert [one.kind for one in findings("dossiernummer 111222333")] == ["ZAAKNUMMER"]
    assert [one.kind for one in findings("bsn 111222333")] == ["BSN"]
    assert findings("factuur 111222333") == ()


def test_a_name_in_an_address_is_the_address_only() -> None:
    found = findings("Hij woont op de Wilhelminastraat 12, zij op j.jansen@ziggo.nl")

    assert [one.kind for one in found] == ["ADRES", "EMAIL"]


@pytest.mark.parametrize(("digits", "sound"), [("123456782", True), ("123456789", False), ("000000000", False)])
def test_a_bsn_passes_the_eleven_test(digits: str, sound: bool) -> None:
    assert passes_eleven_test(digits) is sound


def test_a_bank_account_passes_the_test_of_its_check_digits() -> None:
    assert passes_iban_test("NL91ABNA0417164300")
    assert not passes_iban_test("NL91ABNA0417164301")


def test_every_kind_has_a_word() -> None:
    assert set(WORDS) == {*KINDS, DETAIL}


PIECES = st.sampled_from(
    [text for text, _, _ in FOUND]
    + list(CLEAN)
    + ["\n", " ", ". ", "😀", "é", "İ", "ß", "\u0301", "’s ", "0", "A. "]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=8).map("".join))
def test_findings_stand_in_order_apart_and_say_what_stands_there(text: str) -> None:
    found = findings(text)

    assert all(one.text == text[one.start : one.end] and one.text for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert {one.kind for one in found} <= {*KINDS, DETAIL}


@given(st.lists(st.one_of(PIECES, st.text(max_size=12)), max_size=8).map("".join))
def test_the_identifiers_of_a_text_are_its_red_findings(text: str) -> None:
    red = [(one.kind, one.start) for one in findings(text) if one.level == RED]
    assert [(one.kind, one.start) for one in identifiers(text)] == red


@given(st.sampled_from(FOUND), st.text(alphabet="abc é\n,", max_size=30))
def test_text_before_and_behind_does_not_hide_an_identifier(case: tuple[str, str, str], around: str) -> None:
    text, kind, words = case

    assert (kind, words) in [(one.kind, one.text) for one in findings(f"{around}\n{text}\n{around}")]


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_megabyte_of_anything_is_read(piece: str) -> None:
    text = piece * (1_000_000 // len(piece) if piece in ("a", "0") else 100_000 // len(piece))

    assert all(one.text == text[one.start : one.end] for one in findings(text))


def _rules() -> Iterator[tuple[str, Rule]]:
    for module in MODULES:
        for name, value in vars(module).items():
            if isinstance(value, Rule):
                yield f"{module.__name__}.{name}", value


@pytest.mark.parametrize(("name", "rule"), list(_rules()))
def test_no_rule_looks_further_than_a_bounded_number_of_characters(name: str, rule: Rule) -> None:
    """So each place in a text costs at most so much, and a text costs time in proportion to its length."""
    widest = parser.parse(rule.pattern, rule.flags).getwidth()[1]

    assert widest < WIDEST


@pytest.mark.parametrize(("name", "rule"), list(_rules()))
def test_no_rule_repeats_a_repetition_more_than_a_few_times(name: str, rule: Rule) -> None:
    """A repetition within a repetition is what makes a pattern try the same text in endlessly many ways."""
    assert _deepest(parser.parse(rule.pattern, rule.flags)) <= 2


def _deepest(pattern: Any) -> int:
    """Return how many repetitions of more than one length are nested in each other."""
    deepest = 0
    for op, argument in pattern:
        if op in (constants.MAX_REPEAT, constants.MIN_REPEAT):
            low, high, inner = argument
            deepest = max(deepest, (high > max(low, 1)) + _deepest(inner))
        elif op is constants.BRANCH:
            deepest = max(deepest, *(map(_deepest, argument[1])))
        elif op is constants.SUBPATTERN:
            deepest = max(deepest, _deepest(argument[3]))
        elif op in (constants.ASSERT, constants.ASSERT_NOT):
            deepest = max(deepest, _deepest(argument[1]))
    return deepest


def test_rules_are_made_when_they_are_first_used() -> None:
    rule = Rule("a{1,3}", re.IGNORECASE)

    assert "compiled" not in vars(rule)
    assert rule.match("AA") is not None
    assert "compiled" in vars(rule)
