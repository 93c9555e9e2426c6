"""The provinces by their names of today and before."""

from collections import Counter

from cchc_desktop.catalog.communes import load_communes
from cchc_desktop.domain.former_provinces import PRESENT_NAMES


def test_the_names_of_today_are_those_of_the_list_of_communes() -> None:
    today = {one.name for one in load_communes().provinces}
    assert set(PRESENT_NAMES.values()) == today
    assert {name for name, now in PRESENT_NAMES.items() if name == now} == today


def test_sixty_three_provinces_became_thirty_four() -> None:
    assert len(set(PRESENT_NAMES)) == 63 + 1  # Huế, and Thừa Thiên Huế as it was until 2024
    assert max(Counter(PRESENT_NAMES.values()).values()) == 3
