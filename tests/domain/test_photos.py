from bouwstenen_app.domain.photos import JPEG, Picture


def test_the_same_bytes_are_the_same_picture_and_other_bytes_another() -> None:
    one, again, other = (Picture(JPEG, data, 4, 3) for data in (b"flap", b"flap", b"bord"))

    assert one.id == again.id != other.id
    assert len(one.id) == 32
    assert set(one.id) <= set("0123456789abcdef")
