"""The communes of the country, read when first asked for."""

from __future__ import annotations

import json

from cchc_desktop.domain.communes import CommuneDirectory
from cchc_desktop.domain.office import Office, Province
from cchc_desktop.places import resources_dir

COMMUNES_FILE = "communes.json"


def load_communes() -> CommuneDirectory:
    """The communes of the country; takes some tens of milliseconds, so whoever asks keeps the answer."""
    written = (resources_dir() / "catalog" / COMMUNES_FILE).read_text(encoding="utf-8")
    offices: list[Office] = []
    for one in json.loads(written)["provinces"]:
        province = Province(one["code"], one["name"], one["kind"])
        offices.extend(Office(province, unit["code"], unit["kind"], unit["name"]) for unit in one["communes"])
    return CommuneDirectory(offices)
