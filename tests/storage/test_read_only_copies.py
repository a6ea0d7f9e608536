import subprocess
from collections.abc import Callable

from bouwstenen_app.storage.around import Surroundings
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.storage.store import Store

OpenBeside = Callable[..., "subprocess.Popen[str]"]


def test_private_copies_of_programs_that_were_killed_are_cleared(
    store: Store, around: Surroundings, open_beside: OpenBeside
) -> None:
    program = open_beside(store.path, around, read_only=True)
    assert len(list((around.data / "alleen-lezen").glob("*.bouwstenen"))) == 1
    program.kill()
    program.wait()

    second = open_store(store.path, around)
    assert len(list((around.data / "alleen-lezen").glob("*.bouwstenen"))) == 1
    third = open_store(store.path, around)
    assert len(list((around.data / "alleen-lezen").glob("*.bouwstenen"))) == 2, "one that is in use is left alone"
    second.close()
    third.close()


def test_r12_a_private_copy_that_a_kill_left_goes_at_the_next_opening_of_any_workspace(
    store: Store, around: Surroundings, open_beside: OpenBeside
) -> None:
    program = open_beside(store.path, around, read_only=True)
    program.kill()
    program.wait()
    store.close()
    assert list((around.data / "alleen-lezen").iterdir())

    copy = next((around.data / "alleen-lezen").glob("*.bouwstenen"))
    for ending in (".part", ".part-journal"):  # of a copy that was being made
        copy.with_name(f"half-{copy.name}{ending}").write_bytes(b"wat er in stond")

    again = open_store(store.path, around)
    assert not list((around.data / "alleen-lezen").iterdir())
    again.close()
