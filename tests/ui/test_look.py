import re
from pathlib import Path

import pytest

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.colours import ENOUGH, contrast, mixed, readable
from bouwstenen_app.ui.look import CONTRAST, DARK, LIGHT, SYSTEM, Look, chosen_look, read_look

RESOURCES = Path(__file__).parent.parent.parent / "resources"
THEMES = RESOURCES / "themes"

ON = {
    "text": "window surface sunk column selected hover warn-fill chip",
    "text-soft": "window surface sunk",
    "text-muted": "window surface sunk column desk selected hover chip warn-fill",
    "accent": "window surface selected hover",
    "primary-text": "primary primary-hover",
    "selected-text": "selected",
    "rail-text": "rail",
    "rail-text-active": "rail rail-active",
    "good": "surface good-fill",
    "warn": "surface warn-fill",
    "overrun": "window surface",
    "bad": "surface window bad-fill",
    "chip-text": "chip",
    "notice-text": "notice",
    "notice-link": "notice",
    "stage-text": "stage stage-card",
    "stage-muted": "stage stage-card",
    "stage-accent": "stage stage-card",
    "stage-overrun": "stage",
}
"""What is written where."""


@pytest.fixture(params=["light", "dark", "contrast"])
def look(request: pytest.FixtureRequest) -> Look:
    return read_look(THEMES / f"{request.param}.toml")


def test_r22_everything_that_is_written_can_be_read(look: Look) -> None:
    weak = {
        (ink, plane): round(contrast(look.colour(ink), look.colour(plane)), 2)
        for ink, planes in ON.items()
        for plane in planes.split()
        if contrast(look.colour(ink), look.colour(plane)) < ENOUGH
    }
    assert not weak


def test_r22_the_focus_stands_out_from_every_plane(look: Look) -> None:
    for plane in ("window", "surface", "sunk", "column"):
        assert contrast(look.colour("focus"), look.colour(plane)) >= 3


def test_every_code_can_be_read_on_its_chip(look: Look, codebook: Codebook) -> None:
    for code in codebook.codes:
        tone = look.tone(code.colour, code.colour_dark, code.colour_tint)
        assert contrast(tone.ink, tone.fill) >= ENOUGH, code.name


def test_a_code_without_colours_is_grey(look: Look) -> None:
    assert look.tone("", "", "") == look.neutral


def test_every_count_in_a_full_or_empty_cell_can_be_read(look: Look) -> None:
    for percent in range(0, 101, 5):
        tone = look.heat(percent / 100)
        assert contrast(tone.ink, tone.fill) >= ENOUGH, percent


def test_all_themes_know_the_same_roles() -> None:
    light, dark, much = (read_look(THEMES / f"{name}.toml") for name in ("light", "dark", "contrast"))
    assert set(light.colours) == set(dark.colours) == set(much.colours)
    assert not light.dark
    assert dark.dark


def test_every_role_of_the_stylesheet_is_in_the_themes(look: Look) -> None:
    sheet = look.fill_in((THEMES / "window.qss").read_text(encoding="utf-8"), "/icons")
    assert "@" not in sheet
    assert not re.search(r"\ddp\b", sheet)


def test_every_icon_of_the_stylesheet_is_there(look: Look) -> None:
    sheet = look.fill_in((THEMES / "window.qss").read_text(encoding="utf-8"), str(RESOURCES / "icons"))
    named = re.findall(r'url\("([^"]+)"\)', sheet)
    assert named
    assert all(Path(path).is_file() for path in named)


def test_sizes_grow_with_the_text() -> None:
    look = read_look(THEMES / "light.toml", 150)
    assert look.px(20) == 30
    assert look.fill_in("a { font-size: 12dp; border: 1px; }", "") == "a { font-size: 18px; border: 1px; }"


@pytest.mark.parametrize(
    ("choice", "system_dark", "dark"),
    [(LIGHT, True, False), (DARK, False, True), (SYSTEM, True, True), (SYSTEM, False, False)],
)
def test_the_system_decides_only_when_it_is_asked_to(choice: str, system_dark: bool, dark: bool) -> None:
    assert chosen_look(RESOURCES, choice, 100, system_dark=system_dark).dark is dark


def test_r22_with_much_contrast_every_line_and_word_stands_out() -> None:
    look = chosen_look(RESOURCES, CONTRAST, 100, system_dark=False)
    for ink, planes in ON.items():
        for plane in planes.split():
            assert contrast(look.colour(ink), look.colour(plane)) >= 7, (ink, plane)
    for line in ("line", "line-strong", "line-dashed", "focus", "scroll", "stripe"):
        for plane in ("window", "surface", "sunk"):
            assert contrast(look.colour(line), look.colour(plane)) >= 7, (line, plane)


def test_r22_a_system_with_much_contrast_is_followed_until_a_person_chooses() -> None:
    assert chosen_look(RESOURCES, SYSTEM, 100, system_dark=False, system_contrast=True).name == "Veel contrast"
    assert chosen_look(RESOURCES, LIGHT, 100, system_dark=False, system_contrast=True).name == "Licht"


def test_r22_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_an_ink_is_changed_only_as_much_as_needed() -> None:
    assert readable("#000000", "#ffffff", "#000000") == "#000000"
    assert contrast(readable("#999999", "#ffffff", "#000000"), "#ffffff") >= ENOUGH


def test_a_mix_lies_between() -> None:
    assert mixed("#ffffff", "#000000", 0.5) == "#808080"
