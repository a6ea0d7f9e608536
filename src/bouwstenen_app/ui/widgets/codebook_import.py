"""What comes in with a codebook from a file, before it does: what is new, what is changed, what is the same."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.codebook_given import CHANGED, NEW, SAME, Plan, Planned
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.code_question import Question


class ImportQuestion(Question):
    """Shows a plan; Enter takes it in."""

    accepted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.accept.setText(self.tr("Overnemen"))
        self.lines = QListWidget()
        self.lines.setProperty("kind", "choices")
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setAccessibleName(self.tr("Wat er verandert"))
        self.column.addWidget(self.lines, 1)
        self.add_buttons()
        self.accept.clicked.connect(self.accepted)

    def ask(self, book: Codebook, plan: Plan, name: str) -> None:
        """Show what the file with this name would do."""
        new, changed, same = (plan.count(kind) for kind in (NEW, CHANGED, SAME))
        self.title.setText(self.tr("Codeboek {name}").format(name=name))
        told = self.tr(
            "{new} nieuw, {changed} gewijzigd, {same} hetzelfde. Er verdwijnt niets: wat alleen hier staat, blijft."
        )
        if not new + changed:
            told = self.tr(
                "Alles in dit bestand staat er al precies zo: {same} hetzelfde. Er is niets over te nemen."
            )
        numbers = {"new": new, "changed": changed, "same": same}
        self.told.setText(told.format(**{one: dutch.number(count) for one, count in numbers.items()}))
        self.lines.clear()
        names = {one.slug: one.name for one in plan.dimensions} | {one.slug: one.name for one in book.dimensions}
        for one in plan.all:
            if one.kind != SAME:
                self.lines.addItem(QListWidgetItem(self._line(one, names.get(one.dimension, ""))))
        self.lines.setVisible(bool(new + changed))
        self.accept.setVisible(bool(new + changed))
        self.cancel.setText(self.tr("Annuleren") if new + changed else self.tr("Terug"))
        (self.accept if new + changed else self.cancel).setFocus()

    def _line(self, one: Planned, dimension: str) -> str:
        about = (
            self.tr("{name} · {dimension}").format(name=one.name, dimension=dimension) if dimension else one.name
        )
        if one.kind == NEW:
            return self.tr("Nieuw: {about}").format(about=about)
        fields = {
            "name": self.tr("heet voortaan “{name}”").format(name=one.values.get("name", "")),
            "definition": self.tr("uitleg"),
            "synonyms": self.tr("andere woorden"),
            "abbreviations": self.tr("afkortingen"),
            "colour": self.tr("kleur"),
            "colour_dark": self.tr("kleur"),
            "colour_tint": self.tr("kleur"),
            "name_en": self.tr("Engelse naam"),
            "seed_quote": self.tr("citaat"),
            "prefix": self.tr("teken"),
            "multiple": self.tr("één of meer"),
            "recommended": self.tr("aangeraden"),
        }
        said = dict.fromkeys(fields[name] for name in one.values) or {self.tr("plaats"): None}
        return self.tr("Gewijzigd: {about} — {fields}").format(about=about, fields=", ".join(said))
