"""Afstemming: a bundle is submitted to partners, and what they say is written down; each change one step."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint

from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import DOMAIN, Codebook
from bouwstenen_app.services import aligning
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.code_picker import CodePicker
from bouwstenen_app.ui.widgets.consent_table import ConsentTable, Row


class AligningActs(Acts):
    """Does what a table of partners asks. ``bundle`` gives a bundle by its id."""

    def __init__(
        self, desk: Desk, theme: Theme, book: Codebook, table: ConsentTable, bundle: Callable[[str], Bundle | None]
    ) -> None:
        super().__init__(desk, table)
        self._book = book
        self._table = table
        self._bundle = bundle
        self.picker = CodePicker(theme, book, table)
        self.picker.toggled.connect(lambda partner, wanted: self.set_partner(partner, wanted=wanted))
        table.partner_asked.connect(self._pick)
        table.answered.connect(self._answer)
        table.withdrawn.connect(lambda partner: self.set_partner(partner, wanted=False))
        table.date_refused.connect(self._on_date_refused)

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook."""
        self._book = book
        self.picker.set_codebook(book)

    def rows(self, bundle: str) -> Sequence[Row]:
        """Return what partners say of a bundle, with their names."""
        return [
            (consent, self._book.code(consent.partner).name)
            for consent in self._desk.read(aligning.consents, bundle)
            if consent.partner in self._book.by_id
        ]

    def set_partner(self, partner: str, *, wanted: bool) -> None:
        """Submit the bundle to a partner, or take the partner out."""
        bundle = self._bundle(self._table.bundle)
        if bundle is None:
            return
        names = {"k": bundle.spoken_id, "partner": self._book.code(partner).name}
        if wanted:
            label = self.tr("{k} voorgelegd aan {partner}").format(**names)
            self._do(label, aligning.submit, bundle.id, [partner], on=date.today())
            return
        label = self.tr("{partner} uit de afstemming van {k} gehaald").format(**names)
        if self._do(label, aligning.withdraw, bundle.id, [partner]):
            self.told.emit(label + ".", True)

    def _pick(self, at: QPoint) -> None:
        bundle = self._bundle(self._table.bundle)
        if bundle is not None:
            partners = [consent.partner for consent, _ in self.rows(bundle.id)]
            self.picker.choose(DOMAIN, partners, at)

    def _answer(self, partner: str, name: str, value: object) -> None:
        bundle = self._bundle(self._table.bundle)
        if bundle is None:
            return
        sentence = {
            "state": self.tr("{partner} over {k}: {value}"),
            "note": self.tr("Toelichting van {partner} bij {k} gewijzigd"),
            "date": self.tr("Datum van {partner} bij {k} gewijzigd"),
        }[name]
        label = sentence.format(partner=self._book.code(partner).name, k=bundle.spoken_id, value=value)
        fields: dict[str, Any] = {name: value}
        self._do(label, aligning.answer, bundle.id, partner, **fields)

    def _on_date_refused(self, text: str) -> None:
        self.problem_told.emit(
            self.tr("“{text}” is geen datum. Schrijf die als 24-11-2026 of 24 november 2026.").format(text=text)
        )
