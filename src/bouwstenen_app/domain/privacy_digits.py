"""What the digits of a number say of themselves: how many they are, and whether they pass a test."""

from typing import Final

from bouwstenen_app.domain.privacy_rules import Rule

_DIGIT: Final = Rule(r"\d")


def digits_of(text: str) -> str:
    """Return the digits in a text, without what stands between them."""
    return "".join(_DIGIT.compiled.findall(text))


def passes_eleven_test(digits: str) -> bool:
    """Say whether eight or nine digits can be a BSN (Wet algemene bepalingen burgerservicenummer, art. 3)."""
    nine = digits.zfill(9)
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return nine.strip("0") != "" and sum(int(d) * w for d, w in zip(nine, weights, strict=True)) % 11 == 0


def passes_iban_test(account: str) -> bool:
    """Say whether a bank account without spaces is sound: its remainder by 97 is 1 (ISO 7064)."""
    turned = account[4:] + account[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1
