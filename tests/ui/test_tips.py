from bouwstenen_app.ui.tips import tip


def test_a_tooltip_is_never_read_as_markup() -> None:
    assert tip("zorg & straf") == "zorg & straf"
    assert tip('<img src="//elders/x.png">') == "<span>&lt;img src=&quot;//elders/x.png&quot;&gt;</span>"


def test_lines_of_a_tooltip_stay_lines_when_there_are_tags_in_it() -> None:
    assert tip("een\ntwee") == "een\ntwee"
    assert tip("a < b\ntwee") == "<span>a &lt; b<br>twee</span>"
    assert tip("&lt;b") == "<span>&amp;lt;b</span>"
