"""Ways to damage a workspace file, for the tests: pages, bits, ends."""

import random
from collections.abc import Callable, Mapping

PAGE = 4096
Damage = Callable[[bytes], bytes]


def first_page_zeroed(data: bytes) -> bytes:
    return bytes(PAGE) + data[PAGE:]


def header_overwritten(data: bytes) -> bytes:
    return b"niets" * 20 + data[100:]


def pages(share: float, seed: int, *, zero: bool = False) -> Damage:
    """Overwrite a share of the pages, with noise or with nothing."""

    def spoil(data: bytes) -> bytes:
        chance, spoiled, count = random.Random(seed), bytearray(data), len(data) // PAGE
        for page in chance.sample(range(count), max(1, round(count * share))):
            spoiled[page * PAGE : (page + 1) * PAGE] = bytes(PAGE) if zero else chance.randbytes(PAGE)
        return bytes(spoiled)

    return spoil


def bits(count: int, seed: int) -> Damage:
    """Flip bits at random places."""

    def spoil(data: bytes) -> bytes:
        chance, spoiled = random.Random(seed), bytearray(data)
        for place in chance.sample(range(len(data)), count):
            spoiled[place] ^= 1 << chance.randrange(8)
        return bytes(spoiled)

    return spoil


def truncated(share: float) -> Damage:
    return lambda data: data[: int(len(data) * share)]


LIGHT: Mapping[str, Damage] = {
    "niets stuk": lambda data: data,
    "eerste bladzijde leeg": first_page_zeroed,
    "kop overschreven": header_overwritten,
    "2 procent ruis": pages(0.02, 1),
    "2 procent ruis, andere bladzijden": pages(0.02, 7),
    "2 procent leeg": pages(0.02, 3, zero=True),
    "laatste stukje weg": truncated(0.97),
    "20 bits": bits(20, 4),
}
"""Of which at least 95 % of the blocks is saved."""
HEAVY: Mapping[str, Damage] = {
    "10 procent ruis": pages(0.10, 5),
    "30 procent leeg": pages(0.30, 6, zero=True),
    "300 bits": bits(300, 8),
    "half": truncated(0.5),
    "alleen het einde": lambda data: data[len(data) // (2 * PAGE) * PAGE :],
    "een rest van een bladzijde": lambda data: data[: PAGE * 9 + 17],
    "alles ruis": lambda data: random.Random(9).randbytes(len(data)),
    "alles nul": lambda data: bytes(len(data)),
    "leeg": truncated(0),
    "vijftig bytes": lambda data: data[:50],
    "een ander bestand": lambda data: (b"Dit is een gewone tekst.\n" * 500)[: len(data)],
}
"""Of which every case ends in a sentence or in a sound file."""
