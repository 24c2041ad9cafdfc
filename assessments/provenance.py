"""Where facts come from: every source, what it is used for, and whether it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from assessments.guidance import GUIDANCE, general
from assessments.guidance.topics import TOPICS
from assessments.topics import PATHWAY_OF
from triage import sources
from triage.adult import imaging as adult_imaging
from triage.model import Pathway, Source
from triage.pathways import PATHWAYS
from triage.pediatric import imaging

STATUS = {
    "seed": _("Read in full. This project was built from it."),
    "seen": _("Read in part when the rules were written."),
    "know": _("Known, not opened. Check it before you rely on it."),
    "judgment": _("A judgment of this project. A clinician has to confirm it."),
}
PAGES = {"adults": _("Pages for adults"), "children": _("Pages for parents")}
FORMS = {"adult": _("Questions and rules for adults"), "pediatric": _("Questions and rules for children")}
FOR_CLINICIANS = _("Notes for clinicians")
ABOUT = _("About this check")
NOT_USED = _("Known to this project; nothing was taken from it by itself")


@dataclass(frozen=True)
class Cited:
    """A source and what it is used for, in words."""

    source: Source
    status: str
    uses: tuple[str, ...]


def every_source() -> tuple[Source, ...]:
    """All sources, each once, in the order in which they are written down."""
    found = [value for value in vars(sources).values() if isinstance(value, Source)]
    return tuple({source.code: source for source in found}.values())


def cited() -> tuple[Cited, ...]:
    """Every source with its uses, taken from the registries themselves."""
    uses: dict[str, dict[str, None]] = {}
    for words, source in _citations():
        uses.setdefault(source.code, {})[words] = None
    return tuple(
        Cited(source, str(STATUS[source.status]), tuple(uses.get(source.code, {str(NOT_USED): None})))
        for source in every_source()
    )


def _citations() -> Iterator[tuple[str, Source]]:
    for audience, topics in TOPICS.items():
        guidance = GUIDANCE[PATHWAY_OF[audience]]
        used = [source for topic in topics for source in topic.sources]
        used += [source for block in guidance.blocks for source in block.sources]
        yield from _each(str(PAGES[audience]), (*used, *guidance.safety_net_sources))
    yield from _each(str(ABOUT), (source for block in general.STATE for source in block.sources))
    for name, pathway in PATHWAYS.items():
        yield from _each(str(FORMS[name]), _of_form(pathway))
        yield from _each(str(FOR_CLINICIANS), (s for panel in pathway.panels for s in panel.sources))
    yield from _each(str(FOR_CLINICIANS), _of_imaging())


def _each(words: str, used: Iterable[Source]) -> Iterator[tuple[str, Source]]:
    return ((words, source) for source in used)


def _of_form(pathway: Pathway) -> Iterator[Source]:
    for question in pathway.questions:
        yield from question.sources
    for rule in pathway.rules:
        yield from rule.sources


def _of_imaging() -> Iterator[Source]:
    rows = (*imaging.STUDIES, *imaging.NEXT_STEPS, *imaging.PITFALLS, *imaging.CONFLICTS)
    notes = (imaging.LABS, imaging.WHY_NOT_MRI_FIRST, imaging.SPECIALISTS, imaging.TOOLS)
    panels = (*adult_imaging.IMAGING, *adult_imaging.WORK_UP, *adult_imaging.EXAM)
    for row in (*rows, *notes, *panels):
        yield from row.sources
