"""Which roles of sections are written at which step."""

from __future__ import annotations

from cchc_desktop.authoring.step_names import Step
from cchc_desktop.domain.plan import SectionRole

STEP_ROLES: dict[Step, tuple[SectionRole, ...]] = {
    Step.PURPOSE: (SectionRole.PURPOSE, SectionRole.OBJECTIVES),
    Step.TARGETS: (SectionRole.TARGETS,),
    Step.CONTENT: (SectionRole.CONTENT,),
    Step.FORMS: (SectionRole.FORMS, SectionRole.ACTIVITIES),
    Step.BUDGET: (SectionRole.BUDGET,),
    # A section with a role of no step must still have a page: it stands with the last sections.
    Step.ORGANISATION: (SectionRole.ORGANISATION, SectionRole.OTHER),
}
