"""Tests of the error that people see."""

from cchc_desktop.errors import UserFacingError


def test_it_reads_as_message_and_hint() -> None:
    error = UserFacingError("Không mở được hồ sơ.", hint="Hãy chọn tệp khác.")
    assert str(error) == "Không mở được hồ sơ. Hãy chọn tệp khác."


def test_without_a_hint_it_reads_as_the_message_alone() -> None:
    assert str(UserFacingError("Không mở được hồ sơ.")) == "Không mở được hồ sơ."


def test_message_and_hint_can_be_shown_apart() -> None:
    error = UserFacingError("Ổ đĩa đã đầy.", "Hãy xóa bớt tệp.")
    assert (error.message, error.hint) == ("Ổ đĩa đã đầy.", "Hãy xóa bớt tệp.")
