"""The codebook of the program cut short, for workspaces that are made and read thousands of times."""

from typing import Any

from bouwstenen_app.surroundings import codebook_file


def few_codes() -> Any:
    """Return the codebook of the program with a few codes of every dimension, and a combination."""
    found, codes = codebook_file(), list[Any]()
    for dimension in found["dimensions"]:
        of = [code for code in found["codes"] if code["dimension"] == dimension["id"]]
        tops = [code for code in of if not code.get("parent")]
        chosen = [code for code in tops if code["id"] in ("zorg", "straf")] or tops[:2]
        below = [code for code in of if code.get("parent") in {one["id"] for one in chosen}]
        codes += [*chosen, *below[:1]]
    known = {code["id"] for code in codes}
    kept = [one for one in found["combinations"] if known.issuperset(one["expands_to"])]
    return found | {"codes": codes, "combinations": kept}
