"""The labelled texts of ``benchmarks/privacy.py`` keep the figures that were promised."""

from benchmarks.privacy import CLEAN, IDENTIFIERS, NAMES, TEXTS, is_found, labelled

from bouwstenen_app.domain.privacy import NAME, RED, findings


def test_r02_the_labelled_texts_are_found_as_promised() -> None:
    lines = list(labelled(TEXTS.read_text("utf-8")))
    hits = [(mark.kind == NAME, is_found(mark, findings(line.text))) for line in lines for mark in line.marks]
    names, identifiers = ([hit for name, hit in hits if name is which] for which in (True, False))

    assert len(lines) >= 150
    assert 100 * sum(identifiers) >= IDENTIFIERS * len(identifiers)
    assert 100 * sum(names) >= NAMES * len(names)


def test_r02_hardly_a_clean_text_is_called_red() -> None:
    clean = [line for line in labelled(TEXTS.read_text("utf-8")) if not line.marks]
    red = [line.text for line in clean if any(one.level == RED for one in findings(line.text))]

    assert CLEAN * len(red) <= len(clean)
