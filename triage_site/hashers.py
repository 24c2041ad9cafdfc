"""The password hash of staff accounts."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class ClinicArgon2(Argon2PasswordHasher):
    """Argon2id with OWASP's first parameter set: 46 MiB and one lane.

    Django's default takes 100 MiB and eight lanes for each login: a handful of them at once
    would exhaust a small server.
    """

    memory_cost = 47_104
    time_cost = 1
    parallelism = 1
