"""The summary as plain text, for a chart that takes no more. Fixed order, one topic a line, no wrapping."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from assessments.summary.model import Header, Line, Note, Said, Section, Summary

QUOTED = "\N{LEFT DOUBLE QUOTATION MARK}%s\N{RIGHT DOUBLE QUOTATION MARK}"


def as_text(summary: Summary) -> str:
    """The summary in lines, each ended by a line feed. Pure: the same summary gives the same text."""
    lines = (
        *_head(summary.header),
        *(f"! {warning}" for warning in summary.header.warnings),
        joined([*summary.header.people, *summary.header.times]),
        summary.statement,
        f"{_('Reason for level:')} {summary.reason}",
        *_rules(summary),
        *(text for section in summary.sections for text in _section(section)),
        *summary.footer,
    )
    return "".join(f"{' '.join(line.split())}\n" for line in lines if line.strip())


def said_text(said: Iterable[Said]) -> str:
    """Pieces of an answer on one line; own words in quotes, with their language if it is another one."""
    return "; ".join(_piece(piece) for piece in said)


def joined(lines: Iterable[Line]) -> str:
    """Labels and what was said, on one line."""
    return " | ".join(f"{line.label}: {said_text(line.said)}" for line in lines)


def _piece(piece: Said) -> str:
    text = QUOTED % piece.text if piece.own else piece.text
    if piece.language is None:
        return text
    return f"{text} {_('(in %(language)s)') % {'language': piece.language.name}}"


def _head(header: Header) -> Iterator[str]:
    yield f"{header.reference} | {header.pathway} | {header.name}"
    yield f"{_('LEVEL')}: {header.level}. {header.action}".rstrip()
    yield f"{_('Due:')} {header.due} | {_('Priority')} {header.priority}"


def _rules(summary: Summary) -> Iterator[str]:
    header = summary.header
    none = _("none")
    yield " | ".join(
        (
            f"{_('Rules at this level')}: {', '.join(header.deciding_rules) or none}",
            f"{_('Other rules')}: {', '.join(header.other_rules) or none}",
            f"{_('Ruleset')}: {header.ruleset_version}",
        )
    )


def _section(section: Section) -> Iterator[str]:
    """The title, and what stands in the section: signs a line each, answers and notes together."""
    if section.is_empty:
        yield f"{section.title.upper()}: {section.empty or _('No answer in this section.')}"
        return
    flowing = " | ".join(_flowing(section))
    yield f"{section.title.upper()}: {flowing}".rstrip()
    for flag in section.flags:
        yield f"- {flag.id}: {flag.when}. {' '.join(flag.texts)}"
    for row in section.systems:
        yield f"- {row.title}: {' | '.join(_marked(row.present, row.not_excluded))}"
    yield from (f"- {study.study}: {study.rating}" for study in section.studies)


def _marked(present: list[str], not_excluded: list[str]) -> Iterator[str]:
    if present:
        yield f"{_('PRESENT')}: {'; '.join(present)}"
    if not_excluded:
        yield f"{_('NOT EXCLUDED (not sure)')}: {'; '.join(not_excluded)}"


def _flowing(section: Section) -> Iterator[str]:
    yield from (f"{flag.title}: {flag.mark.words}" for flag in section.red_flags)
    yield from (f"{row.title}: {'; '.join(row.absent)}" for row in section.negatives)
    if section.lines:
        yield joined(section.lines)
    yield from (_note(note) for note in section.notes if not note.is_background)


def _note(note: Note) -> str:
    """A note by its title where it has one: a chart needs no textbook."""
    words = note.title or note.text
    return f"{words} ({note.id})" if note.id else words
