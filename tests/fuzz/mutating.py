"""Inputs made of others: texts, bytes, XML, JSON and packages are changed with knowledge of what they are."""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from random import Random
from typing import Any, Final

MOST: Final = 400_000
"""Characters or bytes of a mutated input, but for those that are made large on purpose."""
MOSTLY: Final = 8_000
"""Characters of nearly all mutated texts: small ones find as much, and many more of them can be fed."""
CHARACTERS: Final = (
    *("\0", "\x07", "\x1b", "\t", "\n", "\r\n", "\u2028", "\x85", "\ufffe", "\ufeff", "\ud800", "\udfff"),
    *("\xa0", "\u200b", "\u200d", "\u202e", "\u0301", "\U0001f468\u200d\U0001f467", "ß", "İ", "ﬁ", "½", "٣", "²"),
    *(
        '"',
        "'",
        "\\",
        "#",
        "@",
        "!",
        "+",
        "-",
        ">",
        ">>",
        ":",
        ";",
        ",",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "|",
        "=",
        "*",
    ),
    *("<", "&", "%", "_", "/", "~", "`", " ", "  "),
)
LARGE: Final = 0.01
"""The part of the texts that may be large."""
VALUES: Final = (
    *("", "0", "-1", "1", "99999999999999999999", "1e309", "NaN", "inf", "-0", "0x10", "null", "true"),
    *("2026-02-30", "31-12-9999", "1900-01-00", "24:61", "=1+1", "@SUM(A1)", "../../etc/passwd", "%s%n", "\\"),
    *("' OR 1=1 --", '" NEAR("', "*", "a" * 300, "é" * 5_000, "#" * 400, "[" * 600, "(a+)+$", "\U0010ffff"),
)
_TOKENS: Final = re.compile(r"<[^<>]*>|[^<]+|<")
_ATTRIBUTE: Final = re.compile(r'="([^"]*)"')
_DOCTYPE: Final = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;&x;">]>'


def text(chance: Random, seeds: Sequence[str], words: Sequence[str] = ()) -> str:
    """Return a text made of others: cut, joined, repeated, with signs and words put in."""
    made, most = chance.choice(seeds), MOST if chance.random() < LARGE else MOSTLY
    for _ in range(1 + int(chance.expovariate(0.4))):
        start, end = sorted((chance.randrange(len(made) + 1), chance.randrange(len(made) + 1)))
        match chance.randrange(9):
            case 0:
                made = made[:start] + made[end:]
            case 1:
                times = min(chance.choice((1, 1, 2, 5, 50, 2_000)), 1 + most // (end - start + 1))
                made = made[:end] + made[start:end] * times + made[end:]
            case 2:
                other = chance.choice(seeds)
                made = made[:start] + other[chance.randrange(len(other) + 1) :]
            case 3:
                made = made[:start]
            case 4:
                made = made[:start] + chance.choice(VALUES) + made[end if chance.random() < 0.3 else start :]
            case 5 if words:
                made = made[:start] + chance.choice(words) + made[start:]
            case 6:
                made = (
                    made[:start] + chance.choice((str.upper, str.lower, str.swapcase))(made[start:end]) + made[end:]
                )
            case _:
                for _ in range(chance.choice((1, 1, 3, 20))):
                    at = chance.randrange(len(made) + 1)
                    made = made[:at] + chance.choice(CHARACTERS) + made[at:]
        made = made[:most]
    return made


def data(chance: Random, seeds: Sequence[bytes]) -> bytes:
    """Return bytes made of others: flipped, cut, joined, zeroed."""
    made = bytearray(chance.choice(seeds))
    for _ in range(1 + int(chance.expovariate(0.3))):
        start, end = sorted((chance.randrange(len(made) + 1), chance.randrange(len(made) + 1)))
        match chance.randrange(7):
            case 0 | 1 | 2 if made:
                for _ in range(chance.choice((1, 1, 2, 8, 64))):
                    made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
            case 3:
                del made[start : min(end, start + 5_000)]
            case 4:
                made[start : start + 64] = chance.choice((b"\0", b"\xff", b"\x80", b"\x7f")) * 64
            case 5:
                made[start:end] = chance.choice(seeds)[:5_000]
            case _:
                made[start:start] = chance.randbytes(chance.choice((1, 4, 300)))
        del made[MOST:]
    return bytes(made)


def xml(chance: Random, source: bytes, others: Sequence[bytes]) -> bytes:
    """Return XML made of other XML: elements gone, doubled, moved, nested; attributes and texts replaced."""
    tokens = list(_tokens(source))
    large = chance.random() < LARGE
    borrowed = _tokens(chance.choice(others)) if others else tokens
    for _ in range(1 + int(chance.expovariate(0.4))):
        at = chance.randrange(len(tokens)) if tokens else 0
        some = chance.randrange(1, 12)
        match chance.randrange(10):
            case 0:
                del tokens[at : at + some]
            case 1:
                tokens[at:at] = tokens[at : at + some] * chance.choice((1, 2, 40, 1_500 if large else 80))
            case 2:
                from_here = chance.randrange(len(borrowed) or 1)
                tokens[at:at] = borrowed[from_here : from_here + some]
            case 3 if tokens:
                other = chance.randrange(len(tokens))
                tokens[at], tokens[other] = tokens[other], tokens[at]
            case 4 | 5 if tokens:
                tokens[at] = _other_attribute(chance, tokens[at])
            case 6 if tokens:
                deep = chance.choice((3, 60, 3_000 if large else 100))
                tokens[at : at + 1] = [tokens[at]] * deep
            case 7 if chance.random() < 0.2:
                tokens.insert(chance.randrange(2), _DOCTYPE)
            case 8:
                del tokens[at:]
            case _:
                tokens.insert(at, _escaped(chance.choice((*VALUES, *CHARACTERS)), chance))
        tokens = [*_within(tokens, 4 * MOST)]
    made = "".join(tokens)
    return made.encode(chance.choice(("utf-8",) * 9 + ("utf-16",)), "replace")


def _within(tokens: Sequence[str], most: int) -> Iterator[str]:
    """Yield what fits: what is doubled again and again would fill the memory."""
    for token in tokens:
        yield token[:most]
        most -= len(token)
        if most <= 0:
            return


@lru_cache(200)
def _tokens(source: bytes) -> Sequence[str]:
    return tuple(_TOKENS.findall(source.decode("utf-8", "replace")))


def _other_attribute(chance: Random, token: str) -> str:
    found = list(_ATTRIBUTE.finditer(token))
    if not found:
        return _escaped(chance.choice(VALUES), chance) if not token.startswith("<") else token
    one = chance.choice(found)
    return token[: one.start(1)] + _escaped(chance.choice(VALUES), chance) + token[one.end(1) :]


def _escaped(value: str, chance: Random) -> str:
    if chance.random() < 0.1:
        return value
    return value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


class Packages:
    """Zip packages that are mutated part by part: their parts are unpacked once."""

    def __init__(self, seeds: Sequence[bytes]) -> None:
        self._seeds = seeds
        self._parts = [_parts(seed) for seed in seeds]
        self._all = [
            part for parts in self._parts for name, part in parts.items() if name.endswith((".xml", ".rels"))
        ]

    def mutated(self, chance: Random) -> bytes:
        """Return a package with a few parts that are not what they were; sometimes its bytes are hurt."""
        if chance.random() < 0.08:
            return data(chance, self._seeds)
        parts = dict(chance.choice(self._parts))
        for _ in range(chance.choice((1, 1, 1, 2, 4))):
            self._mutate(chance, parts)
        packed = _packed(chance, parts)
        return data(chance, [packed]) if chance.random() < 0.04 else packed

    def _mutate(self, chance: Random, parts: dict[str, bytes]) -> None:
        if not parts:
            return
        name = chance.choice(sorted(parts))
        match chance.randrange(12):
            case 0:
                del parts[name]
            case 1:
                parts[chance.choice(("../x.xml", "/abs.xml", "a" * 300, name.upper(), "x\\y", ""))] = parts.pop(
                    name
                )
            case 2:
                parts[name] = parts[chance.choice(sorted(parts))]
            case 3:
                parts[name] = data(chance, [parts[name]])
            case 4 if chance.random() < LARGE:
                parts[name] = b"0" * 70_000_000
            case _:
                parts[name] = xml(chance, parts[name], self._all)


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def _packed(chance: Random, parts: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    kind = zipfile.ZIP_STORED if chance.random() < 0.7 else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(made, "w", kind, compresslevel=1) as package:
        for name, part in parts.items():
            how = zipfile.ZIP_DEFLATED if len(part) > MOST else kind
            package.writestr(zipfile.ZipInfo(name or "x"), part, how)
    return made.getvalue()


class Json:
    """JSON values that are mutated as values: other kinds, other keys, parts of each other."""

    def __init__(self, seeds: Sequence[Any]) -> None:
        self._seeds = [json.dumps(seed) for seed in seeds]
        self._keys = sorted({key for seed in seeds for key in _keys(seed)})

    def mutated(self, chance: Random) -> bytes:
        """Return the text of a value with a few places that are not what they were."""
        value = json.loads(chance.choice(self._seeds))
        for _ in range(1 + int(chance.expovariate(0.5))):
            value = self.changed(chance, value)
        made = json.dumps(value, ensure_ascii=chance.random() < 0.5)
        if chance.random() < 0.06:
            made = text(chance, [made])
        return made.encode("utf-8", "surrogatepass")

    def changed(self, chance: Random, value: Any) -> Any:
        """Return a value in which one place is something else."""
        if isinstance(value, dict) and value and chance.random() < 0.85:
            key = chance.choice(list(value))
            match chance.randrange(14):
                case 0:
                    del value[key]
                case 1:
                    value[chance.choice(self._keys)] = value[key]
                case 2:
                    value[chance.choice(self._keys)] = self._other(chance)
                case _:
                    value[key] = self.changed(chance, value[key])
            return value
        if isinstance(value, list) and value and chance.random() < 0.85:
            at = chance.randrange(len(value))
            match chance.randrange(12):
                case 0:
                    del value[at]
                case 1:
                    value[at:at] = [value[at]] * chance.choice((1, 2, 300))
                case _:
                    value[at] = self.changed(chance, value[at])
            return value
        if isinstance(value, str) and value and chance.random() < 0.5:
            return text(chance, [value])[:20_000]
        return self._other(chance)

    def _other(self, chance: Random) -> Any:
        kinds: tuple[Callable[[], Any], ...] = (
            lambda: None,
            lambda: chance.choice((True, False)),
            lambda: chance.choice((0, -1, 1, 2**31, 2**63, -(2**63), 10**30, 1.5, 1e308, float("nan"))),
            lambda: chance.choice(VALUES),
            lambda: chance.choice(CHARACTERS),
            lambda: [],
            dict,
            lambda: [[None]],
            lambda: {"id": None},
            lambda: chance.choice(self._keys or ["x"]),
        )
        return chance.choice(kinds)()


def _keys(value: Any) -> set[str]:
    if isinstance(value, dict):
        return {*value}.union(*map(_keys, value.values()))
    return set().union(*map(_keys, value)) if isinstance(value, list) else set()


def png(chunks: Sequence[tuple[bytes, bytes]]) -> bytes:
    """Return a PNG of these chunks, each with a sum that is right."""
    made = b"\x89PNG\r\n\x1a\n"
    for kind, content in chunks:
        made += len(content).to_bytes(4, "big") + kind + content
        made += zlib.crc32(kind + content).to_bytes(4, "big")
    return made
