"""The settings of the site: one file, from a strict environment.

Every variable is read here, once. Anything unknown, missing or wrong stops the start with a sentence
that says what to do; docs/operations.md lists the same variables, and a test compares the two.
"""

from __future__ import annotations

import os
from pathlib import Path

from triage_site import channels, databases, sqlite
from triage_site.environment import Environment

# Before anything in Django imports sqlite3.
sqlite.use_fixed_build()

BASE_DIR = Path(__file__).resolve().parent.parent
LANGUAGES = [("en", "English"), ("es", "Español")]
LOOPBACK = "localhost,127.0.0.1,[::1]"

environment = Environment(os.environ)

# --- How the site is run -------------------------------------------------------------------------

LOCAL_HTTP = environment.yes_no(
    "LOCAL_HTTP", "1 for plain http on this machine only; never for a clinic", default=False
)
DEBUG = environment.yes_no("DEBUG", "1 shows errors in the browser; only with LOCAL_HTTP=1", default=False)
if DEBUG and not LOCAL_HTTP:
    environment.problem("DEBUG=1 is only for one's own machine: it needs LOCAL_HTTP=1.")

SECRET_KEY = environment.text("SECRET_KEY", "50 or more random characters that sign cookies", secret=True)
if SECRET_KEY and (len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10 or "insecure" in SECRET_KEY):
    environment.problem("SECRET_KEY must be 50 or more random characters.")

FIELD_ENCRYPTION_KEYS = environment.keys(
    "FIELD_ENCRYPTION_KEYS",
    "keys that encrypt what people tell us, as id:base64,id:base64; the first one seals",
)

AUDIT_KEYS = environment.keys(
    "AUDIT_KEYS",
    "keys that chain the audit log, as id:base64,id:base64; keep every old one: it proves the past",
)
if set(AUDIT_KEYS.values()) & set(FIELD_ENCRYPTION_KEYS.values()):
    environment.problem("AUDIT_KEYS and FIELD_ENCRYPTION_KEYS must not share a key: make one for each.")

ALLOWED_HOSTS = environment.words(
    "ALLOWED_HOSTS", "the site's host names, with commas", default=LOOPBACK if LOCAL_HTTP else None
)
if any("*" in host or host.startswith(".") for host in ALLOWED_HOSTS):
    environment.problem("ALLOWED_HOSTS must name each host in full.")
if LOCAL_HTTP and not set(ALLOWED_HOSTS) <= set(LOOPBACK.split(",")):
    environment.problem("LOCAL_HTTP=1 is only for this machine: ALLOWED_HOSTS may only name localhost then.")

BEHIND_TLS_PROXY = environment.yes_no(
    "BEHIND_TLS_PROXY",
    "1 if a proxy in front ends TLS and always sets X-Forwarded-Proto itself",
    default=False,
)
PROXY_COUNT = environment.whole_number(
    "PROXY_COUNT",
    "how many proxies in front add to X-Forwarded-For; behind a proxy at least 1, and 1 if not given",
    default=1 if BEHIND_TLS_PROXY else 0,
    least=0,
    most=5,
)
if PROXY_COUNT and not BEHIND_TLS_PROXY:
    environment.problem("PROXY_COUNT is only for a site behind a proxy: it needs BEHIND_TLS_PROXY=1.")
if BEHIND_TLS_PROXY and not PROXY_COUNT:
    environment.problem(
        "PROXY_COUNT must be at least 1 with BEHIND_TLS_PROXY=1: else everybody seems to come from the proxy."
    )

DATABASE_URL = environment.text(
    "DATABASE_URL",
    "sqlite:////full/path or postgres://user:password@host/name",
    default=f"sqlite:///{BASE_DIR / 'var' / 'db.sqlite3'}",
    secret=True,
)
DATABASES = {}
try:
    DATABASES["default"] = databases.from_url(DATABASE_URL)
except ValueError as problem:
    environment.problem(f"DATABASE_URL {problem}.")
del DATABASE_URL

LOG_LEVEL = environment.one_of(
    "LOG_LEVEL", "how much is logged", ("DEBUG", "INFO", "WARNING", "ERROR"), default="INFO"
)

# --- The clinic ----------------------------------------------------------------------------------

EMERGENCY_NUMBER = environment.phone("EMERGENCY_NUMBER", "the number to call in an emergency", default="911")
CLINIC_NAME = environment.text("CLINIC_NAME", "the clinic's name", default="Demo clinic (not configured)")
CLINIC_PHONE = environment.phone("CLINIC_PHONE", "the clinic's telephone number", default="")
CLINIC_HOURS = environment.text("CLINIC_HOURS", "when the clinic answers, in words", default="")
NURSE_LINE = environment.phone("NURSE_LINE", "a telephone number for advice out of hours", default="")
EXPECTED_REPLY = environment.text("EXPECTED_REPLY", "when a person can expect a reply, in words", default="")
QUICK_EXIT_URL = environment.web_address(
    "QUICK_EXIT_URL", "where the quick exit leads", default="https://www.google.com/"
)
DRAFT_KEEP_HOURS = environment.whole_number(
    "DRAFT_KEEP_HOURS",
    "hours after which purge_drafts deletes an unfinished draft",
    default=48,
    least=1,
    most=720,
)
CLINIC_LANGUAGE = environment.one_of(
    "CLINIC_LANGUAGE", "the language of the staff's pages", tuple(dict(LANGUAGES)), default="en"
)
CLINIC_TIME_ZONE = environment.time_zone("CLINIC_TIME_ZONE", "the clinic's time zone", default="UTC")

# --- Messages to staff ---------------------------------------------------------------------------

EMAIL_URL = environment.text(
    "EMAIL_URL",
    "the mail server for messages to staff: smtp://user:password@host:587 or smtps://user:password@host:465",
    default="",
    secret=True,
)
mail = channels.MailServer()
try:
    mail = channels.mail_server(EMAIL_URL, local=LOCAL_HTTP)
except ValueError as problem:
    environment.problem(f"EMAIL_URL {problem}.")
del EMAIL_URL
DEFAULT_FROM_EMAIL = environment.email(
    "EMAIL_FROM", "the address that messages to staff come from", default=""
)
if mail.backend and not DEFAULT_FROM_EMAIL:
    environment.problem("EMAIL_FROM is missing: the address that messages to staff come from.")
SMS_GATEWAY_URL = environment.text(
    "SMS_GATEWAY_URL", "the https address of the gateway that sends text messages to staff", default=""
)
SMS_GATEWAY_KEY = environment.text(
    "SMS_GATEWAY_KEY", "the key that the gateway knows this site by", default="", secret=True
)
try:
    channels.check_gateway(SMS_GATEWAY_URL, SMS_GATEWAY_KEY, local=LOCAL_HTTP)
except ValueError as problem:
    environment.problem(f"SMS_GATEWAY_{problem}.")
LATE_GRACE_MINUTES = environment.whole_number(
    "LATE_GRACE_MINUTES",
    "minutes that a form due at once may lie unread before everybody on duty is told again",
    default=10,
    least=1,
    most=240,
)
PORT = environment.whole_number(
    "PORT", "the port of this machine that gunicorn listens on", default=8000, least=1, most=65535
)

environment.finish()

# --- Django --------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "triage",
    "assessments",
    "clinic",
    "crispy_forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
]
MIDDLEWARE = [
    "triage_site.guards.client_address",
    "triage_site.headers.security_headers",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # safe here: CSRF tokens are masked and Django pads the stream
    "triage_site.languages.page_language",  # outside of all that may answer with an error page
    "triage_site.guards.request_guard",
    "triage_site.languages.language_choice",  # reads fields: behind the guard
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "clinic.people.sessions.staff_session",
]
ROOT_URLCONF = "triage_site.urls"
WSGI_APPLICATION = "triage_site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,  # Django caches the loaded templates
        "OPTIONS": {
            # No auth processor: a page that shows an error must not ask the database who is reading it.
            "context_processors": [
                "django.template.context_processors.request",
                "triage_site.context.site",
                "triage_site.languages.switch",
            ],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ("care",)
CRISPY_TEMPLATE_PACK = "care"
CRISPY_FAIL_SILENTLY = False

STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "var" / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_ALLOW_ALL_ORIGINS = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LANGUAGE_CODE = "en"
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "language" if LOCAL_HTTP else "__Host-language"
LANGUAGE_COOKIE_AGE = None  # ends with the browser, as the session does
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = not LOCAL_HTTP
# Which pages this browser called clear or not (assessments/clarity.py); also ends with the browser.
OPINIONS_COOKIE_NAME = "opinions" if LOCAL_HTTP else "__Host-opinions"
OPINIONS_COOKIE_SECURE = not LOCAL_HTTP
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# --- Accounts and sessions -----------------------------------------------------------------------

PASSWORD_HASHERS = ["triage_site.hashers.ClinicArgon2"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
AUTHENTICATION_BACKENDS = ["clinic.people.accounts.StaffBackend"]
LOGIN_REDIRECT_URL = "staff_home"
LOGOUT_REDIRECT_URL = "account_login"

ACCOUNT_ADAPTER = "clinic.people.accounts.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "username*", "password1*"]  # no page: an admin invites
ACCOUNT_EMAIL_VERIFICATION = "none"  # the invitation went to the address, or was handed over
ACCOUNT_SESSION_REMEMBER = False
# Each word: so many within a time. Successful logins do not count. `login_failed` has the account and the
# part of the network as its key, or the account alone for a wrong code; `login_failed_anywhere` the account.
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "20/m/ip,5/5m/key",
    "login_failed_anywhere": "30/15m/key",
    "reauthenticate": "10/m/user",
}
ALLAUTH_TRUSTED_PROXY_COUNT = 0  # triage_site.guards.client_address has looked behind the proxies
MFA_ADAPTER = "clinic.people.factors.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}
MFA_TOTP_TOLERANCE = 1  # a clock may be 30 seconds wrong
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = LOCAL_HTTP
MFA_FORMS = {
    "authenticate": "clinic.people.factor_forms.CodeForm",
    "reauthenticate": "clinic.people.factor_forms.ConfirmCodeForm",
    "activate_totp": "clinic.people.factor_forms.FirstCodeForm",
    "login_webauthn": "clinic.people.factor_forms.PasskeyLoginForm",
    "authenticate_webauthn": "clinic.people.factor_forms.PasskeyForm",
    "reauthenticate_webauthn": "clinic.people.factor_forms.ConfirmPasskeyForm",
    "add_webauthn": "clinic.people.factor_forms.NewPasskeyForm",
}
# Sealed values outside of `Sealed` columns: what `rotate_keys` calls (see clinic.people.factors).
ALSO_ROTATED = ["clinic.people.factors.rotate_secrets"]
# Only attempts to log in are counted here: in the database, so that all processes count together.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "clinic_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

SESSION_ENGINE = "triage_site.sessions"
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = not LOCAL_HTTP
# `__Host-`: a browser takes such a cookie only over TLS and never from a sister host.
SESSION_COOKIE_NAME = "sessionid" if LOCAL_HTTP else "__Host-sessionid"

CSRF_COOKIE_AGE = None  # ends with the browser, as the session does
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = not LOCAL_HTTP
CSRF_COOKIE_NAME = "csrftoken" if LOCAL_HTTP else "__Host-csrftoken"
CSRF_FAILURE_VIEW = "triage_site.errors.csrf_failure"

# Who hears of an assessment in the transaction that stores it (assessments/arrivals.py).
ARRIVALS = [
    "clinic.cases.arrivals.receive",
    "clinic.notices.outbox.arrived",
    "clinic.rulebook.snapshots.arrived",
]
# Who hears, in the same transaction, that a case is back from waiting or that a person did not go where they
# were sent (clinic/cases/work.py).
CASE_NEWS = "clinic.notices.outbox.heard"
# Who signed off the rules for this clinic (triage_site/signoff.py).
SIGN_OFFS = "clinic.rulebook.current.sign_offs"
# The saved settings of the clinic, and how much came in today (triage_site/context.py asks).
CLINIC_PROFILE = "clinic.profile.current.saved"
ARRIVALS_TODAY = "clinic.profile.intake.arrivals_today"

# --- Messages to staff (clinic/notices) ------------------------------------------------------------

# Where no server is named nothing is sent, and the staff's pages say so.
EMAIL_BACKEND = mail.backend or "django.core.mail.backends.dummy.EmailBackend"
EMAIL_HOST, EMAIL_PORT = mail.host, mail.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = mail.user, mail.password
EMAIL_USE_TLS, EMAIL_USE_SSL = mail.starts_tls, mail.is_tls
EMAIL_TIMEOUT = 10
EMAIL_IS_SET_UP = bool(mail.backend)
EMAIL_IS_ONLY_SHOWN = mail.is_only_shown
# Longer than any try takes: whoever holds a message after that has died.
NOTICE_LEASE_SECONDS = 60
STAFF_ADDRESS = f"http://localhost:{PORT}" if LOCAL_HTTP else f"https://{next(iter(ALLOWED_HOSTS), '')}"

# --- What goes over the wire (headers.py sets the rest) ------------------------------------------

X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
# Not "no-referrer": browsers would then send `Origin: null`, and Django's CSRF check refuses that.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = not LOCAL_HTTP
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^workerz$"]
SECURE_HSTS_SECONDS = 0 if LOCAL_HTTP else 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not LOCAL_HTTP
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS_PROXY else None
# The preload list is a promise for a whole domain: its owner's to make.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200
FILE_UPLOAD_HANDLERS: list[str] = []  # nobody uploads files here

# --- Logs ----------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lean": {"()": "triage_site.logs.LeanFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lean"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "level": LOG_LEVEL, "propagate": True},
        # Statements hold what people wrote: never logged, at any level.
        "django.db.backends": {"level": "WARNING"},
        "django.template": {"level": "INFO"},
    },
}
