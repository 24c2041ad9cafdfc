"""gunicorn for the site: `gunicorn triage_site.wsgi`. Put a proxy that ends TLS and buffers in front."""

import os

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = 2
threads = 4
timeout = 30
graceful_timeout = 30
limit_request_line = 4094
limit_request_fields = 60
accesslog = "-"
# The path of a return link is a key: this masks it wherever gunicorn writes a path.
logger_class = "triage_site.access_log.AccessLog"
# No address, no query, no referrer, no agent: time, method, path, status, bytes, milliseconds.
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s %(M)s"
# Only a proxy on this machine may say how a request came in.
forwarded_allow_ips = "127.0.0.1,::1"
# No side door: it would be a socket in the home directory, shared by every site of this user.
control_socket_disable = True
