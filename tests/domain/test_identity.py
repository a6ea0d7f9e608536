import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.identity import NAMESPACE, derived, identities, is_derived, uuid7


@given(st.integers(0, 2**48 - 1), st.binary(min_size=10, max_size=10))
def test_an_identity_is_a_uuid_of_version_7_with_its_moment(moment: int, noise: bytes) -> None:
    made = uuid.UUID(hex=uuid7(moment, noise))

    assert made.version == 7
    assert made.variant == uuid.RFC_4122
    assert made.int >> 80 == moment


def test_the_example_of_the_standard_comes_out() -> None:
    # RFC 9562, appendix A.6: 2022-02-22 19:22:22 UTC, rand_a 0xCC3, rand_b 0x18C4DC0C0C07398F.
    noise = bytes.fromhex("0cc3" + "18c4dc0c0c07398f")

    assert uuid7(0x017F22E279B0, noise) == "017f22e279b07cc398c4dc0c0c07398f"


def test_identities_sort_in_the_order_of_making_also_within_a_millisecond() -> None:
    fresh = identities(clock=lambda: 1_795_000_000_000)
    made = [fresh() for _ in range(10_000)]

    assert made == sorted(set(made))


@given(st.lists(st.integers(0, 2**40), min_size=2, max_size=50))
def test_identities_grow_when_the_clock_jumps_back(moments: list[int]) -> None:
    hands = iter(moments)
    fresh = identities(clock=lambda: next(hands))
    made = [fresh() for _ in moments]

    assert made == sorted(set(made))
    assert all(uuid.UUID(hex=identity).version == 7 for identity in made)


def test_a_derived_identity_is_the_same_for_the_same_names_only() -> None:
    assert derived("code", "thema", "signalen") == derived("code", "thema", "signalen")
    assert derived("code", "thema", "signalen") != derived("code", "themasignalen")
    assert derived("a", "bc") != derived("ab", "c")


def test_a_derived_identity_is_a_uuid_of_version_5() -> None:
    assert derived("block", "één") == uuid.uuid5(NAMESPACE, "block\x1féén").hex


@pytest.mark.parametrize("name", ["", "\x1f", "caf\udce9", "naam 🧱"])
def test_any_name_gives_an_identity(name: str) -> None:
    assert len(derived("replica", name)) == 32


def test_an_identity_says_itself_whether_it_was_derived() -> None:
    assert is_derived(derived("parcel", "stap", "0"))
    assert not is_derived(identities()())
    assert not is_derived("")
