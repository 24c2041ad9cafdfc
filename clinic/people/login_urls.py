"""Addresses of logging in and of one's own account, by the names that django-allauth gives them."""

from django.urls import URLPattern, URLResolver, path

from clinic.people import login_views as views
from clinic.people import own_sessions
from clinic.people.gates import own_account

urlpatterns: list[URLPattern | URLResolver] = [
    path("login/", views.Login.as_view(), name="account_login"),
    path("login/passkey/", views.PasskeyLogin.as_view(), name="mfa_login_webauthn"),
    path("login/second-step/", views.SecondStep.as_view(), name="mfa_authenticate"),
    path("logout/", views.Logout.as_view(), name="account_logout"),
    path("home/", views.home, name="staff_home"),
    path("account/", own_account(views.OwnAccount.as_view()), name="mfa_index"),
    path("account/password/", own_account(views.ChangePassword.as_view()), name="account_change_password"),
    path("account/sessions/", own_sessions.sessions, name="usersessions_list"),
    path("account/app/", own_account(views.AddApp.as_view()), name="mfa_activate_totp"),
    path("account/app/remove/", own_account(views.RemoveApp.as_view()), name="mfa_deactivate_totp"),
    path("account/passkeys/", own_account(views.AddPasskey.as_view()), name="mfa_add_webauthn"),
    path(
        "account/passkeys/<number:pk>/remove/",
        own_account(views.RemovePasskey.as_view()),
        name="mfa_remove_webauthn",
    ),
    path("account/codes/", own_account(views.RecoveryCodes.as_view()), name="mfa_view_recovery_codes"),
    path(
        "account/codes/new/",
        own_account(views.NewRecoveryCodes.as_view()),
        name="mfa_generate_recovery_codes",
    ),
    path("confirm/", own_account(views.ConfirmPassword.as_view()), name="account_reauthenticate"),
    path("confirm/code/", own_account(views.ConfirmCode.as_view()), name="mfa_reauthenticate"),
    path("confirm/passkey/", own_account(views.ConfirmPasskey.as_view()), name="mfa_reauthenticate_webauthn"),
]
