"""Make a picture of every state of the codebook: the tree, a search, each question, a colour that is refused.

python -m tests.screenshots_codebook [FOLDER]      (out/codebook)
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.screenshots import Opened, dressed, open_example, save, studio

from bouwstenen_app.domain.codebook_refi import write
from bouwstenen_app.ui.places.codebook import CodebookPlace
from bouwstenen_app.ui.widgets.code_tree import Node


def states(opened: Opened, place: CodebookPlace, folder: Path) -> dict[str, Callable[[], object]]:
    """Return how to get to each state, by its name."""
    page, book = place.page, place.acts.book
    used = max((code for code in book.of("domein") if code.parent is None), key=lambda c: place._uses.get(c.id, 0))
    other = folder / "ander codeboek.qdc"
    other.write_bytes(write(book).replace(b'name="Zorg', b'name="Alle zorg'))

    def search(text: str) -> Callable[[], object]:
        return lambda: (page.search.setText(text), place._show_tree())

    def look(node: Node) -> Callable[[], object]:
        return lambda: (page.close_question(), page.search.clear(), place._show_tree(), page.tree.look_at(node))

    def too_light() -> None:
        look(Node("domein", used.id))()
        page.code.light.picked.emit("#FFDD33")

    return {
        "dimensie": look(Node("domein")),
        "code": look(Node("domein", used.id)),
        "te-licht": too_light,
        "niets-gevonden": search("xyzzy"),
        "gezocht": search("politie"),
        "nieuw": lambda: (look(Node("domein", used.id))(), place._ask_new()),
        "nieuwe-dimensie": place._ask_dimension,
        "samenvoegen": lambda: (look(Node("domein", used.id))(), place._ask_merge()),
        "splitsen": lambda: (look(Node("domein", used.id))(), place._ask_split()),
        "inlezen": lambda: place.files.preview(other),
        "ordenen": lambda: opened.window.go("organise"),
    }


def main(words: Sequence[str]) -> None:
    """Make all pictures."""
    made = []
    with studio(words, "out/codebook") as (out, folder):
        opened = open_example(folder)
        for view in dressed(opened):
            opened.window.go("codebook")
            place = opened.window.place("codebook")
            assert isinstance(place, CodebookPlace)
            for name, go in states(opened, place, folder).items():
                go()
                opened.window.notice.hide()
                made.append(save(opened.frame, out / f"{name}-{view}.png"))
        opened.frame.close()
    sys.stdout.write(f"{len(made)} pictures in {out}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
