"""What back pain is, and how it goes, for adults (adult section 6; seeds 001, 003, 004)."""

from __future__ import annotations

from assessments.guidance.model import LOW, Block
from assessments.guidance.shared import IS_A_SYMPTOM
from triage.sources import (
    ACP_2017,
    CDC_BRIEF_415,
    COSTA_2012,
    HENSCHKE_2008,
    PENGEL_2003,
    SEED_001,
    SEED_003,
    SEED_004,
    STATPEARLS_BACK_PAIN,
)
from triage.words import _

ABOUT = Block(
    key="about",
    title=_("About back pain"),
    sources=(SEED_001, SEED_003, SEED_004, CDC_BRIEF_415, COSTA_2012, HENSCHKE_2008, PENGEL_2003),
    levels=LOW,
    items=(
        _("Most back pain is not dangerous and gets better within weeks."),
        _("It often comes back. Some people take much longer. Nobody can promise a date."),
        _("Nearly 4 in 10 adults in the US have back pain in any 3 months."),
        _("Common causes are a strain, a sprain, small changes in the spine, and worn joints (arthritis)."),
        _("Pain does not always mean damage. Scans often show changes that come with age and do not hurt."),
    ),
)

WHAT_IT_IS = Block(
    key="symptom",
    title=_("What the words mean"),
    sources=(SEED_001, SEED_003, SEED_004, ACP_2017, STATPEARLS_BACK_PAIN),
    items=(
        IS_A_SYMPTOM,
        _("It can be in the neck, the upper back or the low back."),
        _("“Acute” means short: the pain began in the last days or weeks."),
        _("“Chronic” means that it has lasted for more than 12 weeks."),
        _("“Non-specific” means that no clear illness or injury was found to cause it."),
        _("Most often it comes from muscles, bones or other soft parts. Then moving changes it."),
    ),
)

WHERE_IT_COMES_FROM = Block(
    key="causes",
    title=_("Where the pain can come from"),
    sources=(SEED_003, SEED_004),
    items=(
        _("Muscles and the bands around them can be strained by lifting, posture or a blow."),
        _("Bones, the soft discs between them, and the small joints of the spine can hurt."),
        _("A nerve that is pressed or sore can hurt down a leg or an arm. It can tingle or go numb."),
        _("Swelling around such a nerve can add to the pain."),
        _("A tight space around the nerves can make the legs hurt on walking."),
        _("Sore, stiff joints from an illness can hurt most in the morning and ease on moving."),
        _("The hip, the pelvis, the belly, the heart or blood vessels can cause pain in the back too."),
        _("Less often the cause is an infection, a growth (tumor) or a broken bone."),
    ),
)

COURSE = Block(
    key="course",
    title=_("What can slow it down"),
    sources=(SEED_004,),
    items=(
        _("The cause matters. A strain, a sore nerve and a broken bone each take their own time."),
        _("Being out of shape, or afraid to move, can make it last."),
        _("So can heavy lifting, long sitting, shaking (as in a truck), or doing the same move often."),
        _("Thin bones (osteoporosis), joint illness and other illness can change how it goes."),
        _("After a long time, nerves can get more alert. Then the pain is more than the body shows."),
        _("Stress, low mood and poor sleep can make pain feel worse."),
        _("If it does not go as expected, ask to be looked at again."),
    ),
)
