"""Make a picture of every page and dialog about passwords, light and dark, in a small window with large text too.

python -m tests.screenshots_protection [FOLDER]      (out/protection)
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog
from tests.protection import PASSWORD, protect
from tests.screenshots import Opened, dressed, open_file, save, studio

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.folders import word_list
from bouwstenen_app.services import clock_mending, passphrases, unlocking
from bouwstenen_app.surroundings import surroundings
from bouwstenen_app.ui.dialogs.new_password import NewPasswordDialog
from bouwstenen_app.ui.dialogs.password import PasswordDialog
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.windows.damaged import DamagedPage, Ways
from bouwstenen_app.ui.windows.rewriting import RewritingPage
from bouwstenen_app.ui.windows.unlock import UnlockPage

VIEWS = ((1440, 900, 100), (1024, 700, 150))
FILE = Path("/werk/Kennemerland najaar.bouwstenen")


def pages(opened: Opened) -> dict[str, Callable[[], None]]:
    """Return how to get to each page, by its name."""
    window, theme = opened.window, opened.theme
    page, rewriting, damaged = UnlockPage(theme), RewritingPage(theme), DamagedPage(theme)
    settings = window.place("settings")
    exchange = window.place("exchange")
    assert isinstance(settings, SettingsPlace)
    assert isinstance(exchange, ExchangePlace)

    def ask(act: Callable[[], None], **how: object) -> Callable[[], None]:
        def show() -> None:
            page.begin(FILE, **how)  # type: ignore[arg-type]
            act()
            window.show_page(page)

        return show

    def write() -> None:
        rewriting.begin()
        rewriting.show_progress(Progress(2, 5, "Reservekopieën opnieuw schrijven"))
        window.show_page(rewriting)

    def in_exchange(act: Callable[[], None]) -> Callable[[], None]:
        def show() -> None:
            window.show_places()
            window.go("exchange")
            act()

        return show

    def in_settings() -> None:
        window.show_places()
        window.go("settings")

    wrong = (
        "Kennemerland.bouwstenen gaat niet open met dit wachtwoord. Let op hoofdletters en spaties. Weet je "
        "zeker dat het klopt? Dan kan het bestand beschadigd zijn."
    )

    def doubted() -> None:
        page.refuse(wrong, 0)
        page.doubt()

    def unsure() -> None:
        damaged.begin(FILE, sure=False)
        kept = "Van maandag 30 november, 14:00: 122 bouwstenen in 3 sessies."
        damaged.show_ways(Ways(backup=kept, no_rescue="In dit bestand is niets meer te lezen dat te redden is."))
        window.show_page(damaged)

    def ahead() -> None:
        window.show_places()
        window.go("capture")
        told = clock_mending.told(date(2028, 11, 29), date(2026, 11, 30))
        window.notice.offer(told, "Tijd herstellen", lambda: None, grave=True)

    def half_filled() -> None:
        window.show_places()
        window.go("codebook")
        told = (
            "Je was dit aan het typen bij Naam: “Eerste gesprek”. Het formulier is dicht; de tekst kun je kopiëren."
        )
        window.notice.offer(told, "Kopiëren", lambda: None)

    return {
        "twijfel": ask(doubted),
        "onzeker": unsure,
        "klok": ahead,
        "half": half_filled,
        "openen": ask(lambda: page.password.put("geheim")),
        "fout": ask(lambda: page.refuse(wrong, 8)),
        "herstelcode": ask(page.other_way.click),
        "vergrendeld": ask(lambda: None, locked=True),
        "terug": ask(lambda: page.busy("Bouwstenen maakt de werkmap open…"), back="Twente"),
        "schrijven": write,
        "instellingen": in_settings,
        "pakket": in_exchange(exchange.parcels.card.show),
        "binnenhalen": in_exchange(lambda: exchange.card.ask_password("pakket 2026-11-30.bouwstenen", wrong)),
    }


def dialogs(opened: Opened) -> dict[str, Callable[[], QDialog]]:
    """Return what opens each dialog, by its name."""
    theme, frame = opened.theme, opened.frame
    words = passphrases.word_list(word_list())

    def new(title: str, told: str, **how: object) -> NewPasswordDialog:
        return NewPasswordDialog(theme, title, told, lambda: passphrases.proposed(words), parent=frame, **how)  # type: ignore[arg-type]

    def making() -> QDialog:
        told = "In Kennemerland komt te staan wat mensen in vertrouwen vertellen."
        without = "Zonder wachtwoord kan iedereen die het bestand in handen krijgt, alles lezen."
        dialog = new("Wachtwoord voor de nieuwe werkmap", told, without=without)
        dialog.form.take.click()
        dialog.go_without.click()
        return dialog

    def refused() -> QDialog:
        told = "Het nieuwe wachtwoord geldt ook voor de reservekopieën. Een ouder herstelblad werkt niet meer."
        dialog = new("Wachtwoord wijzigen", told, current=True)
        dialog.refuse_current("Dit is niet het wachtwoord van nu. Let op hoofdletters en spaties.")
        return dialog

    def removing() -> QDialog:
        told = "Zonder wachtwoord kan iedereen die het bestand of een reservekopie heeft, alles lezen."
        return PasswordDialog(theme, "Wachtwoord weghalen", told, "Weghalen", frame)

    def sheet() -> QDialog:
        from bouwstenen_app.ui.dialogs.recovery import RecoveryDialog
        from bouwstenen_app.ui.recovery_sheet import RecoverySheet

        return RecoveryDialog(theme, RecoverySheet("Kennemerland", date(2026, 11, 30), "AAAA"), Path.home(), frame)

    return {"nieuw": making, "wijzigen": refused, "weghalen": removing, "herstelblad": sheet}


def main(words: Sequence[str]) -> None:
    """Make all pictures."""
    with studio(words, "out/protection") as (out, folder):
        opened = open_protected(folder)
        for view in dressed(opened, VIEWS):
            for name, show in pages(opened).items():
                opened.window.notice.hide()
                show()
                save(opened.frame, out / f"{name}-{view}.png")
            for name, make in dialogs(opened).items():
                dialog = make()
                dialog.open()
                QApplication.processEvents()
                save(dialog, out / f"{name}-{view}.png")
                dialog.reject()
        opened.frame.close()


def open_protected(folder: Path) -> Opened:
    """Return a window on the example, with a password."""
    from bouwstenen_app import cli
    from bouwstenen_app.program import Program

    path = folder / "voorbeeld.bouwstenen"
    cli.run(["voorbeeld", str(path)])
    protect(path, surroundings())
    opened = open_file(path, folder)
    program = next(one for one in opened.frame.children() if isinstance(one, Program))
    unlocking.unlock(path, PASSWORD, program.around)
    program.open(path)
    return opened


if __name__ == "__main__":
    main(sys.argv[1:])
