"""The e-mail that brings an invitation. Only where the clinic has set up e-mail."""

from __future__ import annotations

import logging
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.utils import translation
from django.utils.translation import gettext

from clinic.models.staff import Invitation
from triage_site.context import current_site

logger = logging.getLogger(__name__)


def send_link(invitation: Invitation, link: str) -> bool:
    """Whether the link was sent. A failure is logged without address and link: the admin has the link.

    Nothing is written to a terminal in place of sending: it would not arrive, and its readers had the link.
    """
    if not settings.EMAIL_IS_SET_UP or settings.EMAIL_IS_ONLY_SHOWN:
        return False
    with translation.override(settings.CLINIC_LANGUAGE):
        subject = gettext("Your login at {clinic}").format(clinic=current_site().clinic_name)
        text = gettext(
            "You have been invited. Open this link within 7 days to choose a password. It works once.\n\n"
            "{link}\n\nIf you did not expect this, delete it."
        ).format(link=link)
    try:
        return bool(send_mail(subject, text, None, [invitation.email]))
    except (SMTPException, OSError):
        logger.exception("an invitation could not be sent")
        return False
