"""The access matrix: what everybody gets at every address of the site. A new address needs its two rows here.

A row: the name of the address in the URLconf (without a name its route), the method, and the answer for
each of tests.clinic.matrix.PERSONS in their order, or `all` and the one answer for everybody.
Answers: a status; `login`, sent to the login; `2nd`, sent to set up the second step; `on`, sent elsewhere.
404 is what one may not know of; 405 is said to everybody alike, before anybody is looked at.
"""

from __future__ import annotations

TABLE = """
#                                 stran-  no   passw.  front       clini-              admin+  deac-
#                                  ger  member  only  desk  nurse  cian  admin auditor clin.  tivated
# The site itself
healthz                      GET  all 200
healthz                      POST all 405
readyz                       GET  all 200
readyz                       POST all 405
workerz                      GET  all 503
workerz                      POST all 405
robots                       GET  all 200
robots                       POST all 405
# Logging in, and one's own account
account_login                GET  200   on    on    on    on    on    on    on    on    200
account_login                POST 422   on    on    on    on    on    on    on    on    422
mfa_login_webauthn           GET  login on    on    on    on    on    on    on    on    login
mfa_login_webauthn           POST 422   on    on    on    on    on    on    on    on    422
mfa_authenticate             GET  login on    on    on    on    on    on    on    on    login
mfa_authenticate             POST login on    on    on    on    on    on    on    on    login
account_logout               GET  all 405
account_logout               POST all login
staff_home                   GET  login 404   2nd   on    on    on    on    on    on    login
staff_home                   POST login 404   2nd   on    on    on    on    on    on    login
mfa_index                    GET  login 404   200   200   200   200   200   200   200   login
mfa_index                    POST login 404   405   405   405   405   405   405   405   login
account_change_password      GET  login 404   200   200   200   200   200   200   200   login
account_change_password      POST login 404   422   422   422   422   422   422   422   login
usersessions_list            GET  login 404   2nd   200   200   200   200   200   200   login
usersessions_list            POST login 404   2nd   on    on    on    on    on    on    login
mfa_activate_totp            GET  login 404   on    200   200   200   200   200   200   login
mfa_activate_totp            POST login 404   on    422   422   422   422   422   422   login
mfa_deactivate_totp          GET  login 404   404   404   404   404   404   404   404   login
mfa_deactivate_totp          POST login 404   404   404   404   404   404   404   404   login
mfa_add_webauthn             GET  login 404   on    200   200   200   200   200   200   login
mfa_add_webauthn             POST login 404   on    422   422   422   422   422   422   login
mfa_remove_webauthn          GET  login 404   on    404   404   404   404   404   404   login
mfa_remove_webauthn          POST login 404   on    404   404   404   404   404   404   login
mfa_view_recovery_codes      GET  login 404   404   404   404   404   404   404   404   login
mfa_view_recovery_codes      POST login 404   405   405   405   405   405   405   405   login
mfa_generate_recovery_codes  GET  login 404   on    200   200   200   200   200   200   login
mfa_generate_recovery_codes  POST login 404   on    422   422   422   422   422   422   login
account_reauthenticate       GET  login 404   200   200   200   200   200   200   200   login
account_reauthenticate       POST login 404   422   422   422   422   422   422   422   login
mfa_reauthenticate           GET  login 404   on    on    on    on    on    on    on    login
mfa_reauthenticate           POST login 404   on    on    on    on    on    on    on    login
mfa_reauthenticate_webauthn  GET  login 404   on    on    on    on    on    on    on    login
mfa_reauthenticate_webauthn  POST login 404   on    on    on    on    on    on    on    login
# The staff's pages
clinic:list                  GET  login 404   2nd   200   200   200   404   404   200   login
clinic:list                  POST all 405
clinic:queue_news            GET  login 404   2nd   200   200   200   404   404   200   login
clinic:queue_news            POST all 405
clinic:queue_search          GET  login 404   2nd   200   200   200   404   404   200   login
clinic:queue_search          POST login 404   2nd   on    on    on    404   404   on    login
clinic:queue_person          GET  login 404   2nd   200   200   200   404   404   200   login
clinic:queue_person          POST all 405
clinic:desk                  GET  login 404   2nd   200   200   200   404   404   200   login
clinic:desk                  POST all 405
clinic:case_action           GET  login 404   2nd   200   200   200   404   404   200   login
clinic:case_action           POST 403   404   2nd   on    on    on    404   404   on    403
clinic:detail                GET  login 404   2nd   desk  200   200   404   404   200   login
clinic:detail                POST all 405
clinic:print                 GET  login 404   2nd   404   200   200   404   404   200   login
clinic:print                 POST all 405
clinic:text                  GET  login 404   2nd   404   200   200   404   404   200   login
clinic:text                  POST all 405
clinic:copy                  GET  login 404   2nd   404   200   200   404   404   200   login
clinic:copy                  POST all 405
clinic:review                GET  login 404   2nd   404   200   200   404   404   200   login
clinic:review                POST login 404   2nd   404   409   409   404   404   409   login
clinic:break_glass           GET  login 404   2nd   200   404   404   200   404   on    login
clinic:break_glass           POST login 404   2nd   on    404   404   on    404   on    login
clinic:end_link              GET  all 405
clinic:end_link              POST login 404   2nd   404   on    on    404   404   on    login
clinic:paper                 GET  login 404   2nd   200   200   200   404   404   200   login
clinic:paper                 POST all 405
clinic:paper_entry           GET  login 404   2nd   200   200   200   404   404   200   login
clinic:paper_entry           POST login 404   2nd   200   200   200   404   404   200   login
clinic:paper_done            GET  login 404   2nd   404   404   404   404   404   404   login
clinic:paper_done            POST all 405
clinic:clarity               GET  login 404   2nd   404   200   200   200   404   200   login
clinic:clarity               POST all 405
clinic:people                GET  login 404   2nd   404   404   404   200   404   200   login
clinic:people                POST all 405
clinic:invite                GET  login 404   2nd   404   404   404   200   404   200   login
clinic:invite                POST login 404   2nd   404   404   404   422   404   422   login
clinic:cancel_invitation     GET  all 405
clinic:cancel_invitation     POST login 404   2nd   404   404   404   on    404   on    login
clinic:welcome               GET  200   403   403   403   403   403   403   403   403   200
clinic:welcome               POST 422   403   403   403   403   403   403   403   403   422
clinic:broken_glass          GET  login 404   2nd   404   404   404   200   404   200   login
clinic:broken_glass          POST all 405
clinic:broken_glass_seen     GET  all 405
clinic:broken_glass_seen     POST login 404   2nd   404   404   404   on    404   on    login
clinic:person                GET  login 404   2nd   404   404   404   200   404   200   login
clinic:person                POST login 404   2nd   404   404   404   422   404   422   login
clinic:change_person         GET  all 405
clinic:change_person         POST login 404   2nd   404   404   404   on    404   on    login
clinic:duty                  GET  login 404   2nd   200   200   200   200   404   200   login
clinic:duty                  POST all 405
clinic:duty_add              GET  login 404   2nd   200   200   200   200   404   200   login
clinic:duty_add              POST login 404   2nd   422   422   422   422   404   422   login
clinic:duty_change           GET  login 404   2nd   200   200   200   200   404   200   login
clinic:duty_change           POST login 404   2nd   422   422   422   422   404   422   login
clinic:duty_delete           GET  all 405
clinic:duty_delete           POST login 404   2nd   on    on    on    on    404   on    login
clinic:duty_phone            GET  all 405
clinic:duty_phone            POST login 404   2nd   on    on    on    on    404   on    login
clinic:duty_test             GET  all 405
clinic:duty_test             POST login 404   2nd   422   422   422   422   404   422   login
clinic:notice_retry          GET  all 405
clinic:notice_retry          POST login 404   2nd   404   404   404   on    404   on    login
clinic:settings              GET  login 404   2nd   404   404   404   200   404   200   login
clinic:settings              POST all 405
clinic:settings_history      GET  login 404   2nd   404   404   404   200   404   200   login
clinic:settings_history      POST all 405
clinic:settings_again        GET  all 405
clinic:settings_again        POST login 404   2nd   404   404   404   on    404   on    login
clinic:settings_part         GET  login 404   2nd   404   404   404   200   404   200   login
clinic:settings_part         POST login 404   2nd   404   404   404   409   404   409   login
clinic:rules                 GET  login 404   2nd   404   200   200   200   404   200   login
clinic:rules                 POST all 405
clinic:rule                  GET  login 404   2nd   404   200   200   200   404   200   login
clinic:rule                  POST all 405
clinic:questions             GET  login 404   2nd   404   200   200   200   404   200   login
clinic:questions             POST all 405
clinic:question              GET  login 404   2nd   404   200   200   200   404   200   login
clinic:question              POST all 405
clinic:rule_changes          GET  login 404   2nd   404   200   200   200   404   200   login
clinic:rule_changes          POST all 405
clinic:rules_print           GET  login 404   2nd   404   200   200   200   404   200   login
clinic:rules_print           POST all 405
clinic:sign_off              GET  login 404   2nd   404   404   200   200   404   200   login
clinic:sign_off              POST login 404   2nd   404   404   404   404   404   409   login
clinic:sign_off_back         GET  all 405
clinic:sign_off_back         POST login 404   2nd   404   404   404   404   404   409   login
clinic:numbers               GET  login 404   2nd   404   200   200   200   404   200   login
clinic:numbers               POST all 405
clinic:audit                 GET  login 404   2nd   404   404   404   404   200   404   login
clinic:audit                 POST all 405
clinic:audit_export          GET  login 404   2nd   404   404   404   404   200   404   login
clinic:audit_export          POST all 405
# The patient's way back
loop:return                  GET  all 200
loop:return                  POST all 422
r/<return_token:token>       GET  all 200
r/<return_token:token>       POST all 422
loop:make_link               GET  all 405
loop:make_link               POST all 404
loop:status                  GET  all 404
loop:status                  POST all 405
loop:one                     GET  all 404
loop:one                     POST all 404
loop:end_link                GET  all 405
loop:end_link                POST all 404
# The patient's pages. Who is staff is a stranger here like any other
assessments:start            GET  all 200
assessments:start            POST all 405
assessments:begin            GET  all 405
assessments:begin            POST all 422
assessments:finish           GET  all 405
assessments:finish           POST all 200
assessments:leave            GET  all on
assessments:leave            POST all on
assessments:help             GET  all 200
assessments:help             POST all 405
assessments:about            GET  all 200
assessments:about            POST all 405
assessments:accessibility    GET  all 200
assessments:accessibility    POST all 405
assessments:paper            GET  all 200
assessments:paper            POST all 405
assessments:paper_form       GET  all 200
assessments:paper_form       POST all 405
assessments:privacy          GET  all 200
assessments:privacy          POST all 405
assessments:sources          GET  all 200
assessments:sources          POST all 405
assessments:topic            GET  all 200
assessments:topic            POST all 405
assessments:emergency        GET  all 404
assessments:emergency        POST all 404
assessments:share            GET  all 404
assessments:share            POST all 404
assessments:check            GET  all 404
assessments:check            POST all 405
assessments:visit            GET  all 404
assessments:visit            POST all 404
assessments:contact          GET  all 404
assessments:contact          POST all 404
assessments:result           GET  all 404
assessments:result           POST all 404
assessments:patient_print    GET  all 404
assessments:patient_print    POST all 405
assessments:page             GET  all 404
assessments:page             POST all 404
"""
