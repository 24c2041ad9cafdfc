"""What this product is for and what it is not, and how well it can be used by people with a disability."""

from __future__ import annotations

from assessments.guidance.model import Block
from triage.sources import FDA_CDS_2022, JUDGMENT, RECONSTRUCTED
from triage.words import _

INTENDED_USE = Block(
    key="use",
    title=_("What this check is for"),
    sources=(),
    items=(
        _("It is for adults with back pain, for parents of children under 18, and for teens."),
        _("It helps to choose the next step before a visit: how soon to be seen, and where."),
        _("It gives the care team a short summary, so that the visit can start at once."),
        _("The pages on this site give facts that are true for many people. They do not know your case."),
    ),
)

NOT_FOR = Block(
    key="not-for",
    title=_("What it is not for"),
    sources=(),
    items=(
        _("Do not use it in an emergency. Call {emergency_number} at once."),
        _("It is not for someone who is hard to wake up or cannot answer."),
        _("It does not find out what the illness is, and it does not choose a treatment."),
        _("It shows no amounts of any medicine. Ask a pharmacist or a clinician."),
        _("It is to learn from, and to choose the next step. It takes the place of no visit."),
    ),
)

HOW_IT_WORKS = Block(
    key="how",
    title=_("How it comes to a result"),
    sources=(),
    items=(
        _("Fixed rules read the answers. The same answers always give the same result."),
        _("No AI reads the answers or decides."),
        _("All rules are tried each time. The most urgent one that fits decides."),
        _("“I am not sure” never counts as “no”."),
        _("Where the sources do not agree, the safer one was chosen."),
    ),
)

SIGN_OFF = Block(
    key="limits",
    title=_("What has not been checked yet"),
    sources=(RECONSTRUCTED, JUDGMENT),
    items=(
        _("The rules and the words were not tested with patients."),
        _("Some time limits are a careful guess. A clinician has to confirm them."),
        _("One source had lost its lists. They were written again, and are marked."),
        _("A clinic that uses this check must have its own clinician approve the rules first."),
    ),
)

REGULATION = Block(
    key="law",
    title=_("Rules for medical software"),
    sources=(FDA_CDS_2022,),
    items=(
        _("Software that tells patients what to do next can count as a medical device."),
        _("The FDA (2022) leaves out only some software for doctors and nurses."),
        _("The clinic that offers this check has to get advice on the law. We do not know the outcome."),
    ),
)

MAKERS = Block(
    key="makers",
    title=_("Who made it"),
    sources=(),
    items=(
        _("A software team wrote the rules, the words and the program, with the help of AI tools."),
        _("They used five documents and published guidelines. No clinician wrote it."),
        _("It shows no ads and sells nothing."),
        _("The clinic named at the top of the page offers it to you, and reads what you send."),
    ),
)

ABOUT = (INTENDED_USE, NOT_FOR, HOW_IT_WORKS)
STATE = (SIGN_OFF, REGULATION, MAKERS)

GOAL = Block(
    key="goal",
    title=_("What we aim for"),
    sources=(),
    items=(
        _("Everyone should be able to use this check. We aim for WCAG 2.2, level AA."),
        _("Those rules are there for people who cannot see, hear, move or read well."),
    ),
)

TESTED = Block(
    key="tested",
    title=_("What was tested"),
    sources=(),
    items=(
        _("A program (axe) looked for errors on every page. It finds only some kinds of error."),
        _("The start and the first questions were answered with a keyboard alone."),
        _("Pages were opened on a small screen (320 pixels), and with text at 200 percent."),
        _("All of it works without scripts. Only small helps are missing then."),
        _("Colors have strong contrast, and no meaning is in color alone."),
        _("The words are meant for US grade 6 or lower. A program measures this."),
    ),
)

NOT_TESTED = Block(
    key="not-tested",
    title=_("What was not tested"),
    sources=(),
    items=(
        _("No person who uses a screen reader has tried it yet."),
        _("Nobody with voice control or a switch has tried it yet."),
        _("It was not tried with people in strong pain, or with people who find reading hard."),
        _("The drawing of the back is only a help. The list under it works without it."),
    ),
)

TELL_US = Block(
    key="tell-us",
    title=_("Tell us, or do it another way"),
    sources=(),
    items=(
        _("If something does not work for you, tell the clinic. They can pass it on."),
        _("You can answer on paper. Print the form, or ask the clinic for one."),
        _("You can ask someone to read the questions to you and fill in the form."),
        _("You can call the clinic and answer by phone."),
    ),
)

ACCESSIBILITY = (GOAL, TESTED, NOT_TESTED, TELL_US)
