from bouwstenen_app.domain.changes import Change, Changes
from bouwstenen_app.ui.models.recent_tags import MOST, TOO_MANY, RecentTags


def put(*tags: tuple[str, str], kind: str = "do") -> Changes:
    rows = [Change("tagging", f"{b}{c}", None, {"block_id": b, "code_id": c}) for b, c in tags]
    return Changes("step", "label", (Change("block", "a", None, {}), *rows), kind)


def test_the_newest_code_comes_first_and_each_once() -> None:
    recent = RecentTags()
    recent.take_in(put(("a", "one"), ("a", "two")))
    recent.take_in(put(("b", "one")))
    assert recent.codes == ["one", "two"]
    assert recent.together == ("one",)


def test_gestures_on_the_same_blocks_are_one_time_together() -> None:
    recent = RecentTags()
    recent.take_in(put(("a", "one"), ("b", "one")))
    recent.take_in(put(("a", "two"), ("b", "two")))
    assert recent.together == ("one", "two")


def test_what_was_taken_back_or_came_in_by_the_thousand_is_not_what_a_person_just_did() -> None:
    recent = RecentTags()
    recent.take_in(put(("a", "one"), kind="redo"))
    recent.take_in(put(*((f"b{n}", "two") for n in range(TOO_MANY + 1))))
    recent.take_in(Changes("step", "label", (Change("block", "a", {"votes": 0}, {"votes": 1}),)))
    assert (recent.codes, recent.together) == ([], ())


def test_there_are_as_many_as_there_are_digits() -> None:
    recent = RecentTags()
    recent.take_in(put(*(("a", str(n)) for n in range(20))))
    assert recent.codes == [str(n) for n in range(19, 19 - MOST, -1)]
