"""`manage.py first_admin`: the link with which the first clinic admin chooses a password."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from clinic.models.audit import AuditHead
from clinic.models.staff import Role
from clinic.people import services
from clinic.people.forms import InvitationForm


class Command(BaseCommand):
    """Refuses once there is an active admin: from then on admins invite on the site."""

    help = (
        "Invite the first clinic admin. Prints a link that works once, within 7 days; never a password. "
        "Run again before that link was used, it makes a new one; every invitation of before ends."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Without --email and --name it asks."""
        parser.add_argument("--email", help="the e-mail address, which is also the username")
        parser.add_argument("--name", help="the name that others read")
        parser.add_argument(
            "--clinician",
            action="store_true",
            help="is a clinician as well: for a clinic of one person, who signs off the rules alone",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when there is an admin, or the address cannot be used."""
        self._refuse_if_there_is_one()
        email = options["email"] or input("E-mail address: ")
        name = options["name"] or input("Name: ")
        roles = [Role.ADMIN.value, *([Role.CLINICIAN.value] if options["clinician"] else [])]
        with transaction.atomic():
            # The end of the audit log is the one row that every change locks: two at once wait here.
            AuditHead.objects.select_for_update().get(pk=1)
            self._refuse_if_there_is_one()
            token = self._invite({"email": email.strip(), "name": name, "roles": roles})
        self.stdout.write("Open this link within 7 days. It works once; whoever has it becomes the admin:")
        self.stdout.write(settings.STAFF_ADDRESS + reverse("clinic:welcome", args=[token]))

    def _invite(self, fields: dict[str, Any]) -> str:
        """The token. Nothing is changed where the address cannot be used: the transaction is undone."""
        now = timezone.now()
        cancelled = services.end_all_offers(now)
        form = InvitationForm(fields)
        if not form.is_valid():
            raise CommandError(" ".join(str(error) for errors in form.errors.values() for error in errors))
        made = form.cleaned_data
        _invitation, token = services.invite_first(made["name"], made["email"], made["roles"], now)
        if cancelled:
            self.stdout.write(f"Ended {cancelled} open invitations: no admin stands for them any more.")
        return token

    def _refuse_if_there_is_one(self) -> None:
        if services.active_admins():
            raise CommandError("there is a clinic admin already: admins invite others under “Accounts”.")
