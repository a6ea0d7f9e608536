import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.services import crossing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.models.cross import DEPTH_ROLE, FOLD_ROLE, SPOT_ROLE, CrossModel

Way = Qt.Orientation


@pytest.mark.parametrize("measure", crossing.MEASURES)
def test_it_is_a_sound_model_folded_and_open(example_store: Store, codebook: Codebook, measure: str) -> None:
    model = CrossModel()
    tester = QAbstractItemModelTester(model)
    model.set_cross(example_store.read(crossing.cross, measure=measure))
    model.set_cross(
        example_store.read(crossing.cross, measure=measure, unfolded=[code.id for code in codebook.codes])
    )

    assert (model.rowCount(), model.columnCount()) == (55, 37)
    assert tester.model() is model


def test_headers_say_how_deep_they_stand_and_whether_they_fold(example_store: Store, codebook: Codebook) -> None:
    model = CrossModel()
    group = codebook.by_slug[THEME, "vroegtijdig-samenwerken"]
    model.set_cross(example_store.read(crossing.cross, unfolded=[group.id]))

    assert [model.headerData(row, Way.Vertical, FOLD_ROLE) for row in range(6)] == [
        True,
        None,
        None,
        None,
        None,
        False,
    ]
    assert [model.headerData(row, Way.Vertical, DEPTH_ROLE) for row in range(6)] == [0, 1, 1, 1, 1, 0]
    said = model.headerData(0, Way.Vertical, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Vroegtijdig samenwerken, open"


def test_a_white_spot_is_no_zero(example_store: Store, codebook: Codebook) -> None:
    model = CrossModel()
    model.set_cross(example_store.read(crossing.cross))
    theme, domain = codebook.by_slug[THEME, "brede-aanpak"], codebook.by_slug[DOMAIN, "straf"]
    spot = model.nearest([theme.id], [domain.id])

    assert spot.data() == "–"
    assert spot.data(SPOT_ROLE)
    assert model.cell(spot) == (theme, domain)
    assert model.nearest(["weg"], ["ook weg"]).row() == 0


def test_without_anything_it_is_empty() -> None:
    model = CrossModel()

    assert (model.rowCount(), model.columnCount()) == (0, 0)
    assert model.cell(QModelIndex()) is None
    assert not model.nearest([], []).isValid()
