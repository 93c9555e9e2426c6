"""Makes the sample file of the newest format, once, before the release that brings it: python -m tests.dossiers.make."""

import json
from dataclasses import replace
from pathlib import Path

from cchc_desktop.authoring.sample import sample_dossier
from cchc_desktop.storage.dossier_file import DossierFile
from cchc_desktop.storage.migrations import FORMATS
from tests.storage.rich_dossier import rich_dossier
from tests.storage.test_formats_for_ever import facts

FOLDER = Path(__file__).parent


def main() -> None:
    """Write the file and what must be found in it again; refuses when they are there."""
    path = FOLDER / f"format-{FORMATS.newest}.cchc"
    dossier = rich_dossier()
    dossier = replace(dossier, plans=(*dossier.plans, *sample_dossier().plans))
    with DossierFile.create(path, dossier) as file:
        file.save_view_state({"bước": "7"})
    path.with_suffix(".json").write_text(
        json.dumps(facts(dossier), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


if __name__ == "__main__":
    main()
