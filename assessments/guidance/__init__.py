"""What the product tells patients and caregivers, as data. Each sentence stands here once.

Result pages show the parts that their level allows; public pages may show the same blocks.
"""

from __future__ import annotations

from assessments.guidance.adult import ADULT_GUIDANCE
from assessments.guidance.child import CHILD_GUIDANCE
from assessments.guidance.model import Guidance

GUIDANCE: dict[str, Guidance] = {"adult": ADULT_GUIDANCE, "pediatric": CHILD_GUIDANCE}
