import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.capture import Draft, Span, lines, names_only_a_table, read, write
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.codebook_file import read_codebook
from bouwstenen_app.domain.matching import key, prefix_of

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=80)
"""Every code point, lone surrogates and control characters too."""

MEANINGFUL = r"""
    # @ ! \ \# \@ \! \\# >> > >>> +7 +0 +12345 + , . : - ' / & ( ) ? … “ ” 1,5 18+ C# a+b !! wow! \+7 \,
    nodig: Nodig: vb: VB: \vb: \nodig: \>> IDEE IDEE: TOP RISICO \IDEE \\TOP idee KNELPUNT: politie VT samen é 🙂
    #regie @politie !knelpunt !idee #OM @om #zorg-en-straf @zorg-en-straf @zorg/straf #mda++ #18+ #0-100 #ib'er
    #-9maanden #1 #iets #nieuw/iets !onbekend #stap-1-idee #stap-5-geborgd
    naam@politie.nl https://x.nl/#regie,x www.x.nl/@a http://
"""
MARKED = MEANINGFUL.split()
SPACES = [*"      \n\t\u00a0\0\u200d\u2028", "\n\n", "\r\n", "\u200fمرحبا", "e\u0301", ", "]
TABLES = ["tafel 4:", "Tafel 12 :", "tafel 7", "\\tafel 4:", "\\\\tafel 4:", "tafel 0:", "tafel 4:30", "tafel"]
TYPED = st.lists(st.sampled_from(MARKED + TABLES + SPACES * 2) | st.text(max_size=3), max_size=14).map("".join)
"""Texts in which all that means something stands beside each other in every way."""

BOOK = read_codebook(
    json.loads((Path(__file__).parents[2] / "resources/codebook/bouwstenen-basis.json").read_text("utf-8"))
)
"""The built-in codebook, for the properties: as a fixture it would drown the example that fails."""

PLAIN = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cn", "Co"), exclude_characters="#@!\\>+:"), max_size=60
)
"""Texts without a marker."""


def tags(draft: Draft, codebook: Codebook) -> list[str]:
    return [prefix_of(codebook, code) + code.slug for code in map(codebook.code, draft.codes)]


def test_plain_text_is_the_title(codebook: Codebook):
    assert read("Wijkagent en wijkteam samen aan de deur", codebook) == Draft(
        "Wijkagent en wijkteam samen aan de deur"
    )


def test_a_whole_line_is_read_part_by_part(codebook: Codebook):
    draft = read(
        "Samen optrekken #kantelmomenten @politie !knelpunt +3 nodig: tijd, rust vb: In Zwolle. >> Bel morgen",
        codebook,
    )
    assert draft.title == "Samen optrekken"
    assert tags(draft, codebook) == ["@politie", "#kantelmomenten", "!knelpunt"]
    assert (draft.votes, draft.conditions) == (3, ("tijd", "rust"))
    assert (draft.example, draft.next_step) == ("In Zwolle.", "Bel morgen")
    assert draft.kind == codebook.by_slug["soort", "knelpunt"].id


def test_what_follows_on_the_next_lines_is_the_explanation(codebook: Codebook):
    draft = read("Titel, hoe lang ook\nUitleg\n\n  tweede   alinea", codebook)
    assert (draft.title, draft.explanation) == ("Titel, hoe lang ook", "Uitleg\n\ntweede alinea")


def test_a_title_is_cut_at_no_length(codebook: Codebook):
    title = " ".join(["woord"] * 400)
    assert read(title, codebook).title == title


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@politie", ["@politie"]),
        ("#politie", ["@politie"]),
        ("#kantelmomenten", ["#kantelmomenten"]),
        ("#kantelmoment", ["#kantelmomenten"]),
        ("#vroegtijdigesamenwerking", ["#vroegtijdige-samenwerking"]),
        ("#Vroegtijdige-Samenwerking", ["#vroegtijdige-samenwerking"]),
        ("#client #cliënt", ["#client"]),
        ("#0-100", ["#brede-aanpak-0-100"]),
        ("!knelpunt", ["!knelpunt"]),
        ("!Werkt-goed", ["!werkt-goed"]),
        ("#knelpunt", ["!knelpunt"]),
        ("@OM", ["@om"]),
        ("@zorg-en-straf", ["@zorg", "@straf"]),
        ("#zorg-en-straf", ["#zorg-en-straf-samen"]),
        ("@zorg/straf", ["@zorg", "@straf"]),
        ("@politie @politie #politie", ["@politie"]),
        ("#regie @politie", ["@politie", "#rollen-en-regie"]),
    ],
)
def test_tags_set_codes(codebook: Codebook, text: str, expected: list[str]):
    draft = read(text, codebook)
    assert tags(draft, codebook) == expected
    assert not draft.unknown_tags
    assert draft.only_tags


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("IDEE vaste wijkagent", "vaste wijkagent", "idee"),
        ("RISICO: het stopt", "het stopt", "risico"),
        ("VRAAG: wie belt?", "wie belt?", "vraag"),
        ("KNELPUNT:te laat", "te laat", "knelpunt"),
        ("TOP we deden het samen", "we deden het samen", "werkt-goed"),
        ("  IDEE x", "x", "idee"),
        ("IDEE\nx", "x", "idee"),
        ("IDEE", "", "idee"),
        ("idee x", "idee x", None),
        ("Idee: x", "Idee: x", None),
        ("IDEEËN voor later", "IDEEËN voor later", None),
        ("TOP-team", "TOP-team", None),
        ("Een IDEE", "Een IDEE", None),
        ("INZICHT x", "INZICHT x", None),
        ("\\IDEE x", "IDEE x", None),
        ("IDEE x !risico", "x", "risico"),
        ("x !idee !risico", "x", "risico"),
    ],
)
def test_a_kind_in_capitals_counts_at_the_very_start(codebook: Codebook, text: str, title: str, kind: str | None):
    draft = read(text, codebook)
    assert draft.title == title
    assert draft.kind == (None if kind is None else codebook.by_slug["soort", kind].id)


@pytest.mark.parametrize(
    ("text", "title", "votes"),
    [
        ("Samen +7", "Samen", 7),
        ("Samen +7  ", "Samen", 7),
        ("Samen +7 #regie @politie", "Samen", 7),
        ("Samen #regie +7", "Samen", 7),
        ("Samen +7\nUitleg", "Samen", 7),
        ("Samen\nUitleg +7", "Samen", 7),
        ("Samen +7 nodig: tijd", "Samen", 7),
        ("Samen nodig: tijd +7", "Samen", 7),
        ("Samen +2 vb: x +7", "Samen +2", 7),
        ("Samen +9999", "Samen", 9999),
        ("Samen +12345", "Samen +12345", 0),
        ("Samen +7 meer", "Samen +7 meer", 0),
        ("Samen+7", "Samen+7", 0),
        ("18+", "18+", 0),
        ("+7", "+7", 0),
        ("Samen #regie+7", "Samen +7", 0),
        ("Samen \\+7", "Samen +7", 0),
        ("Samen +7.", "Samen +7.", 0),
        ("Samen +٧", "Samen +٧", 0),
    ],
)
def test_votes_count_at_the_end(codebook: Codebook, text: str, title: str, votes: int):
    draft = read(text, codebook)
    assert (draft.title, draft.votes) == (title, votes)


@pytest.mark.parametrize(
    ("text", "title", "table"),
    [
        ("tafel 4: eerst bellen", "eerst bellen", 4),
        ("Tafel 12:eerst bellen", "eerst bellen", 12),
        ("  TAFEL4 : eerst bellen", "eerst bellen", 4),
        ("tafel 0: eerst bellen", "eerst bellen", 0),
        ("tafel 4: tafel 5: eerst bellen", "tafel 5: eerst bellen", 4),
        ("tafel 4 zegt dat het te laat is", "tafel 4 zegt dat het te laat is", None),
        ("bij tafel 4: eerst bellen", "bij tafel 4: eerst bellen", None),
        ("tafel 4:30 uur", "tafel 4:30 uur", None),
        ("tafel 100: eerst bellen", "tafel 100: eerst bellen", None),
        ("tafel: eerst bellen", "tafel: eerst bellen", None),
        ("tafels 4: eerst bellen", "tafels 4: eerst bellen", None),
        (r"\tafel 4: eerst bellen", "tafel 4: eerst bellen", None),
        (r"\tafel 4", "tafel 4", None),
    ],
)
def test_a_table_counts_at_the_very_start(codebook: Codebook, text: str, title: str, table: int | None):
    draft = read(text, codebook)
    assert (draft.title, draft.table) == (title, table)


def test_after_the_table_everything_else_still_counts(codebook: Codebook):
    draft = read("tafel 4: IDEE eerst bellen @politie +3", codebook)
    assert (draft.title, draft.table, draft.votes) == ("eerst bellen", 4, 3)
    assert tags(draft, codebook) == ["@politie", "!idee"]
    assert read("tafel 4: +3", codebook).votes == 3
    assert read("tafel 4: @politie", codebook).only_tags


@pytest.mark.parametrize(("text", "table"), [("tafel 4", 4), ("Tafel 4:", 4), (" tafel 0 ", 0)])
def test_a_table_alone_is_no_block(codebook: Codebook, text: str, table: int):
    draft = read(text, codebook)
    assert draft.empty
    assert draft.only_table
    assert draft.table == table
    assert not read("tafel", codebook).only_table
    assert not read("", codebook).only_table


def test_a_block_of_a_table_is_written_with_it(codebook: Codebook):
    block = Block("1", "V-001", 1, "w", "Eerst bellen", table=4)
    assert write(block, codebook) == "tafel 4: Eerst bellen"
    assert write(replace(block, title="IDEE: bellen"), codebook) == r"tafel 4: \IDEE: bellen"
    assert write(replace(block, title="Tafel 5: bellen", table=None), codebook) == r"\Tafel 5: bellen"
    assert read(write(replace(block, table=120), codebook), codebook).table is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x nodig: a, b,c", ("a", "b", "c")),
        ("x NODIG: a", ("a",)),
        ("Nodig: 1,5 fte, tijd", ("1,5 fte", "tijd")),
        ("x nodig: a\nb\n, c", ("a", "b", "c")),
        ("x nodig: a #regie, b @politie", ("a", "b")),
        ("x nodig: als gesprek\\, niet als vinkje, tijd", ("als gesprek, niet als vinkje", "tijd")),
        ("x nodig: a vb: z nodig: b", ("a", "b")),
        ("x nodig: a +2", ("a",)),
        ("wat is nodig: rust", ("rust",)),
        ("onnodig: a", ()),
        ("\\nodig: a", ()),
        ("x nodig:", ()),
        ("x nodig: #regie", ()),
    ],
)
def test_what_is_needed_goes_on_until_the_next_part(codebook: Codebook, text: str, expected: tuple[str, ...]):
    assert read(text, codebook).conditions == expected


def test_parts_may_stand_in_any_order_and_run_over_lines(codebook: Codebook):
    draft = read("Titel\nUitleg\n>> eerst\ndan VB: hier\ndaar nodig: a", codebook)
    assert (draft.title, draft.explanation) == ("Titel", "Uitleg")
    assert (draft.next_step, draft.example, draft.conditions) == ("eerst\ndan", "hier\ndaar", ("a",))


def test_a_part_that_stands_twice_is_put_together(codebook: Codebook):
    draft = read("x vb: een >> twee vb: drie >> vier", codebook)
    assert (draft.example, draft.next_step) == ("een\ndrie", "twee\nvier")


def test_an_opening_with_nothing_behind_it_is_text(codebook: Codebook):
    assert read("wat is nodig: vb:", codebook).title == "wat is"
    assert read("wat is nodig: vb:", codebook).conditions == ("vb:",)
    assert read("zie vb: >>", codebook).example == ">>"
    assert read(">>", codebook).title == ">>"


@pytest.mark.parametrize("text", ["a>>b", ">>> citaat", "<<a>>", "tekst,vb: x", "bijvb: x"])
def test_an_opening_inside_a_word_is_text(codebook: Codebook, text: str):
    assert read(text, codebook) == Draft(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "18+",
            "a+b",
            "!!",
            "C#",
            "#",
            "@",
            "!",
            "wow!",
            "!?",
            "# 1",
            "@ x",
            "F# en C#.",
            "2 + 2 = 4",
            "Echt waar?!",
        ),
        *(
            "naam@politie.nl",
            "mail j.jansen@veilig-thuis.nl.",
            "https://x.nl/a#politie",
            "www.x.nl/@om !",
            "a \\ b",
        ),
        *(
            "MEER DOEN MET WAT AL WERKT!!!",
            "“zo is 't”",
            "👨‍👩‍👧 thuis",
            "\u200fمرحبا\u200f",
            "e\u0301e\u0301n",
            "5 > 3",
        ),
        *("De 10% (of meer) & 'anders'", "1/2", "#🙂"),
    ],
)
def test_what_is_no_marker_is_text(codebook: Codebook, text: str):
    draft = read(text, codebook)
    assert draft == Draft(text)
    assert not draft.spans


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\\#kantelmomenten", "#kantelmomenten"),
        ("\\@politie", "@politie"),
        ("\\!knelpunt", "!knelpunt"),
        ("\\\\#regie", "\\#regie"),
        ("a\\#b", "a#b"),
        ("\\vb: x", "vb: x"),
        ("\\>> x", ">> x"),
    ],
)
def test_a_backslash_makes_a_marker_text(codebook: Codebook, text: str, title: str):
    assert read(text, codebook) == Draft(title)


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("nodig#herstel", "nodig", ["#herstel"]),
        ("wat nodig#herstel is", "wat nodig is", ["#herstel"]),
        ("samen@politie.", "samen.", ["@politie"]),
        ("bij #politie.", "bij.", ["@politie"]),
        ("bij #politie, #herstel!", "bij,!", ["@politie", "#herstel"]),
        ("bij @politie #herstel, dan", "bij, dan", ["@politie", "#herstel"]),
        ("(#herstel)", "()", ["#herstel"]),
        ("#herstel#regie!idee", "", ["#herstel", "#rollen-en-regie", "!idee"]),
        ("de  #herstel   weg", "de weg", ["#herstel"]),
        ("naam@politie.nl#herstel", "naam@politie.nl", ["#herstel"]),
        ("##herstel", "#", ["#herstel"]),
        ("!!knelpunt", "!", ["!knelpunt"]),
    ],
)
def test_tags_inside_words_and_before_punctuation(codebook: Codebook, text: str, title: str, expected: list[str]):
    draft = read(text, codebook)
    assert (draft.title, tags(draft, codebook)) == (title, expected)


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("#samenkracht", ("#samenkracht",)),
        ("@Reddingsbrigade !wens", ("@Reddingsbrigade", "!wens")),
        ("#Nieuw-plan, #nieuwplan", ("#Nieuw-plan",)),
        ("#nieuw @nieuw", ("#nieuw", "@nieuw")),
        ("@vo", ("@vo",)),
        ("@kantelmomenten", ("@kantelmomenten",)),
        ("#kantelmo", ("#kantelmo",)),
        ("actie #3", ("#3",)),
        ("#ggz/jeugd #foo/bar", ("#foo/bar",)),
    ],
)
def test_an_unknown_tag_is_kept_as_typed(codebook: Codebook, text: str, unknown: tuple[str, ...]):
    assert read(text, codebook).unknown_tags == unknown


def test_a_line_that_held_only_tags_leaves_no_empty_line(codebook: Codebook):
    draft = read("#regie @politie\nTitel\n#herstel\nUitleg\n\nMeer", codebook)
    assert (draft.title, draft.explanation) == ("Titel", "Uitleg\n\nMeer")


def test_the_last_tag_counts_in_a_dimension_with_one_value(codebook: Codebook):
    assert tags(read("x #stap-1-idee #niveau-lokaal #pilot", codebook), codebook) == [
        "#stap-3-beproeven",
        "#niveau-lokaal",
    ]


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "\0", "\ud800", "\u00a0\u2028"])
def test_an_empty_line_does_nothing(codebook: Codebook, text: str):
    assert read(text, codebook).empty
    assert not read(text, codebook).only_tags


@pytest.mark.parametrize("text", ["#regie", "IDEE", "#onbekend", " +7", "@politie !idee +3"])
def test_a_line_with_only_tags_is_kept_with_a_warning(codebook: Codebook, text: str):
    assert read(text, codebook).only_tags
    assert not read(text, codebook).empty


def test_what_a_document_cannot_hold_is_removed_and_told(codebook: Codebook):
    draft = read("Sa\0men\x1b \ud83d#re\ufffegie", codebook)
    assert (draft.title, tags(draft, codebook), draft.removed) == ("Samen", ["#rollen-en-regie"], 4)


def test_words_that_name_a_code_are_offered_and_not_set(codebook: Codebook):
    draft = read("politie belt VT @politie", codebook)
    assert [(each.word, codebook.code(each.code).slug) for each in draft.suggestions] == [("VT", "veilig-thuis")]
    assert tags(draft, codebook) == ["@politie"]


def test_every_part_of_the_text_is_searched_for_words_that_name_a_code(codebook: Codebook):
    draft = read("x\nGgz nodig: politie vb: reclassering >> Halt", codebook)
    found = {codebook.code(each.code).slug for each in draft.suggestions}
    assert found == {"ggz", "politie", "reclassering", "jeugdreclassering"}


def test_spans_say_where_the_markers_stand(codebook: Codebook):
    text = "IDEE: a @politie #regie !risico #iets \\# +7 nodig: b"
    spans = read(text, codebook).spans
    assert [(text[span.start : span.end], span.role) for span in spans] == [
        ("IDEE:", "kind"),
        ("@politie", "domain"),
        ("#regie", "code"),
        ("!risico", "kind"),
        ("#iets", "unknown"),
        ("\\", "marker"),
        ("+7", "votes"),
        ("nodig:", "marker"),
    ]
    assert spans[1] == Span(8, 16, "domain", codebook.by_slug["domein", "politie"].id)


def test_every_code_is_set_by_each_of_its_names(codebook: Codebook):
    for code in codebook.codes:
        for name in (code.slug, code.name, *code.synonyms, *code.abbreviations):
            tag = prefix_of(codebook, code) + "-".join(name.lstrip("-").replace("-", " ").split())
            draft = read(f"Een zin {tag} gaat door", codebook)
            assert draft.codes == (code.id,), name
            assert draft.title == "Een zin gaat door"


def test_a_small_own_codebook_reads_too():
    draft = read("IDEE: x #regie !idee +2", Codebook("", "", (), ()))
    assert draft == Draft("IDEE: x", unknown_tags=("#regie", "!idee"), votes=2)


def test_a_block_is_written_as_a_line_that_a_person_could_have_typed(codebook: Codebook):
    line = "Samen optrekken @politie #kantelmomenten !knelpunt #iets +3 nodig: tijd, rust vb: In Zwolle >> Bel"
    assert write(read(line, codebook), codebook) == line


def test_the_example_blocks_come_back_from_their_lines(codebook: Codebook, sessions_file: dict[str, list[dict]]):
    blocks = [item for session in sessions_file["sessies"] for item in session["bouwstenen"]]
    assert len(blocks) == 122
    for item in blocks:
        themes = [codebook.by_slug["thema", slug].id for slug in item["themas"]]
        domains = [codebook.by_slug["domein", slug].id for slug in item["domeinen"]]
        kind = codebook.by_slug["soort", item["soort"]].id
        block = Block(
            *("1", "V-001", 1, "w", item["titel"], item["omschrijving"], item["praktijkvoorbeeld"] or ""),
            conditions=tuple(item["voorwaarden"]),
            next_step=item["vervolgstap"] or "",
            codes=codebook.sorted((*domains, *themes, kind)),
            votes=item["stemmen"],
        )
        draft = read(write(block, codebook), codebook)
        for name in ("title", "explanation", "example", "conditions", "next_step", "codes", "votes"):
            assert getattr(draft, name) == getattr(block, name)


def test_many_lines_are_one_block_each(codebook: Codebook):
    assert lines("een\r\n\r\n  twee \n\t\n- drie\u2028vier") == ("een", "twee", "- drie", "vier")
    assert lines("") == ()


def test_list_marks_can_be_taken_away():
    text = "• een\n - twee\n*  drie\n1. vier\n12) vijf\n-zes\n1.5 zeven\n– acht\n-\n2024 negen"
    assert lines(text, without_bullets=True) == (
        *("een", "twee", "drie", "vier", "vijf", "-zes", "1.5 zeven", "acht", "-", "2024 negen"),
    )


def test_a_very_long_line_is_read(codebook: Codebook):
    for text in (
        "a" * 1_000_000,
        "woord " * 200_000,
        "#" * 200_000,
        "a@b." * 50_000,
        "vb: " * 50_000,
        "+7 " * 50_000,
    ):
        assert not read(text, codebook).empty


@given(ANYTHING | TYPED)
def test_every_text_can_be_read(text: str):
    draft = read(text, BOOK)
    draft.text.encode("utf-8")
    assert draft.title or not draft.explanation
    assert "\n" not in draft.title
    assert not any("\n" in condition for condition in draft.conditions)
    assert len(set(draft.codes)) == len(draft.codes)


@given(PLAIN)
def test_text_without_markers_comes_back_single_spaced(text: str):
    draft = read(f"x {text}", BOOK)
    assert draft.text.split() == f"x {text}".split()
    assert not draft.codes


@given(ANYTHING | TYPED)
def test_no_character_is_lost_but_markers_spaces_and_dividing_commas(text: str):
    draft = read(text, BOOK)
    left = list(clean(text).text)
    for span in draft.spans:
        left[span.start : span.end] = " " * (span.end - span.start)
    divisions = Counter(",\\") if draft.conditions else Counter()
    typed = Counter("".join("".join(left).split()))
    kept = Counter("".join(draft.text.split()))
    assert set(typed - kept) <= set(divisions)
    assert not kept - typed


@given(ANYTHING | TYPED)
def test_spans_do_not_overlap_and_lie_within_the_text(text: str):
    place = 0
    for span in read(text, BOOK).spans:
        assert place <= span.start < span.end
        place = span.end
    assert place <= len(clean(text).text)


@given(ANYTHING | TYPED)
@example("\\#HTTP://#0")
@example("\\IDEE \\\\IDEE")
@example("x nodig: a\\ , b\\")
@example(" +7")
@example("# #regie x")
@example("x >> \\+7 #regie")
def test_a_draft_written_as_a_line_reads_the_same(text: str):
    draft = read(text, BOOK)
    assert read(write(draft, BOOK), BOOK) == draft


@given(TYPED, st.from_regex(r"[#@!][^\W_][\w\-]{0,12}", fullmatch=True))
def test_an_unknown_tag_is_never_dropped(text: str, tag: str):
    kept = read(f"{text} {tag} einde", BOOK).unknown_tags
    if read(tag, BOOK).unknown_tags == (tag,):
        assert tag[0] + key(tag[1:]) in [each[0] + key(each[1:]) for each in kept]


def test_a_line_with_only_a_table_makes_no_block():
    assert [names_only_a_table(line) for line in ("Tafel 4", "tafel 4:", "tafel 4: iets", r"\tafel 4", "iets")] == [
        *(True, True, False, False, False),
    ]
