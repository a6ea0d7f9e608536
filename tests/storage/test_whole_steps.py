from bouwstenen_app.storage.whole_steps import WholeSteps


def test_a_step_is_whole_when_another_begins_after_its_last_line_and_none_is_missing() -> None:
    steps = WholeSteps()
    steps.read([("een", 0), ("een", 1), ("twee", 0), ("drie", 0), ("drie", 1)])

    assert steps.among(["een", "twee", "drie"], {"een": {0, 1}, "twee": {0}, "drie": {0, 1}}) == {"een", "twee"}
    assert steps.among(["een"], {"een": {0}}) == set()
    assert steps.among(["een"], {}) == set()


def test_how_a_step_ends_may_stand_on_another_page() -> None:
    steps = WholeSteps()
    steps.read([("een", 0), ("een", 1)])
    assert steps.among(["een"], {"een": {0, 1}}) == set()

    steps.read([("een", 1), ("een", 2), ("twee", 0)])
    assert steps.among(["een"], {"een": {0, 1}}) == set()
    assert steps.among(["een"], {"een": {0, 1, 2}}) == {"een"}


def test_a_line_that_cannot_be_read_may_have_been_of_the_step_before_it() -> None:
    steps = WholeSteps()
    steps.read([("een", 0), None, ("twee", 0), ("drie", 0)])

    assert steps.among(["een", "twee"], {"een": {0}, "twee": {0}}) == {"twee"}


def test_a_step_of_which_a_line_says_something_else_now_is_not_whole() -> None:
    steps = WholeSteps()
    steps.read([("een", 0), ("twee", 0)])
    steps.changed(["een"])

    assert steps.among(["een"], {"een": {0}}) == set()
