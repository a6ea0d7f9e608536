import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage.keys import Key, Keys, Locked, key_of, new_salt, recovered, recovery_code, salt_of

KEY = Key(bytes(range(32)), bytes(range(16)))


def test_the_same_password_and_salt_always_make_the_same_key() -> None:
    """A file of today must open in ten years: these figures are part of the file format."""
    key = key_of("vijf gewone woorden samen", bytes(16))
    assert key.raw.hex() == "a255dfba56781cbaa078ca79d73da2fa178c9776477147bba10b647aca393f9c"


def test_an_accent_may_be_typed_in_two_ways() -> None:
    salt = new_salt()
    assert key_of("café crème jägermeister", salt) == key_of("cafe\u0301 cre\u0300me ja\u0308germeister", salt)


def test_another_salt_is_another_key() -> None:
    assert key_of("vijf gewone woorden", new_salt()).raw != key_of("vijf gewone woorden", new_salt()).raw


@given(st.binary(min_size=32, max_size=32))
def test_a_recovery_code_brings_back_the_key(raw: bytes) -> None:
    key = Key(raw, bytes(16))
    assert recovered(recovery_code(key), bytes(16)) == key
    assert recovered(recovery_code(key).lower().replace("-", " "), bytes(16)) == key


@given(st.binary(min_size=32, max_size=32), st.integers(0, 55), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_one_wrong_letter_in_a_recovery_code_is_told(raw: bytes, place: int, letter: str) -> None:
    letters = recovery_code(Key(raw, bytes(16))).replace("-", "")
    if letters[place] == letter:
        return
    with pytest.raises(Problem, match="herstelcode"):
        recovered(letters[:place] + letter + letters[place + 1 :], bytes(16))


@pytest.mark.parametrize("code", ["", "ABCD", "é" * 56, "=" * 56, "A" * 57])
def test_what_is_no_recovery_code_is_told(code: str) -> None:
    with pytest.raises(Problem, match="herstelcode"):
        recovered(code, bytes(16))


def test_a_key_never_shows_itself() -> None:
    keys = Keys()
    keys.add(KEY)
    for shown in (repr(KEY), str(KEY), f"{KEY}", repr(keys), repr([KEY]), repr({"key": KEY})):
        assert KEY.raw.hex() not in shown
        assert repr(KEY.raw) not in shown


def test_noise_is_a_protected_file_and_other_things_are_not(tmp_path: Path) -> None:
    noise, text, short, archive = (tmp_path / name for name in ("ruis", "tekst", "kort", "zip"))
    noise.write_bytes(os.urandom(8192))
    text.write_text("Samenwerken begint met kennen. " * 400, encoding="utf-8")
    short.write_bytes(os.urandom(100))
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("a", os.urandom(9000))
    assert salt_of(noise) == noise.read_bytes()[:16]
    assert [salt_of(path) for path in (text, short, archive)] == [None, None, None]


def test_keys_are_known_by_the_salt_of_a_file_until_they_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "dicht.bouwstenen"
    path.write_bytes(KEY.salt + os.urandom(8192))
    keys = Keys()
    with pytest.raises(Locked, match="wachtwoord"):
        keys.of(path)
    keys.add(KEY)
    assert keys.of(path) == KEY
    keys.forget()
    with pytest.raises(Locked):
        keys.of(path)


def test_a_file_that_is_open_is_not_read_to_find_its_key(tmp_path: Path) -> None:
    keys = Keys()
    away = tmp_path / "er is niets"
    keys.note_open(away, KEY)
    assert keys.of(away) == KEY
    keys.note_closed(away)
    with pytest.raises(FileNotFoundError):
        keys.of(away)
