# Shared by the scripts: the virtual environment and this machine's own secrets. Sourced, never run.

say() { printf '%s\n' "$*"; }
stop() { printf 'stop: %s\n' "$*" >&2; exit 1; }

# install_requirements FILE: .venv with the pinned packages of FILE; does nothing when they are in already.
install_requirements() {
  local file=$1 stamp=".venv/.installed-$1" wanted
  wanted=$(cat requirements.txt "$file" | sha256sum | cut -d' ' -f1)
  [ "$(cat "$stamp" 2>/dev/null || true)" = "$wanted" ] && return 0
  if [ ! -x .venv/bin/pip ]; then
    local python
    python=$(command -v python3.11 || command -v python3) || stop "Python 3.11 is not installed (Debian: apt-get install python3 python3-venv)."
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || stop "Python 3.11 or newer is needed, this is $("$python" --version)."
    if ! "$python" -m ensurepip --version >/dev/null 2>&1; then
      [ "$(id -u)" = 0 ] || stop "Python cannot make virtual environments here (Debian: sudo apt-get install python3-venv)."
      say "Installing python3-venv ..."
      apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
    fi
    say "Making .venv ..."
    rm -rf .venv
    "$python" -m venv .venv
  fi
  say "Installing the packages of $file ..."
  .venv/bin/pip install -qq --disable-pip-version-check -r "$file"
  printf '%s' "$wanted" > "$stamp"
}

# use_port: exports PORT, else the port that ./scripts/serve had last, else 8000. Links in messages
# and on the command line lead there.
use_port() {
  export PORT="${PORT:-$(cat var/port 2>/dev/null || echo 8000)}"
  case "$PORT" in '' | *[!0-9]*) stop "PORT must be a number." ;; esac
}

# use_local_environment: this machine's settings from var/local.env, made once, readable by the owner only.
use_local_environment() {
  mkdir -p var
  chmod 700 var
  if [ ! -s var/local.env ]; then
    say "Making this machine's secrets in var/local.env (keep it as long as you keep var/db.sqlite3) ..."
    # First under another name: a start that is cut short must not leave half a file behind.
    (umask 077 && .venv/bin/python - > var/local.env.new <<'PYTHON'
import base64, secrets
print("LOCAL_HTTP=1")
print(f"SECRET_KEY={secrets.token_urlsafe(64)}")
print(f"FIELD_ENCRYPTION_KEYS=local:{base64.b64encode(secrets.token_bytes(32)).decode()}")
PYTHON
    )
    mv var/local.env.new var/local.env
  fi
  # A file from before the audit log has no key for it.
  grep -q '^AUDIT_KEYS=' var/local.env || (umask 077 && .venv/bin/python - >> var/local.env <<'PYTHON'
import base64, secrets
print(f"AUDIT_KEYS=local:{base64.b64encode(secrets.token_bytes(32)).decode()}")
PYTHON
  )
  umask 077
  set -a
  # shellcheck source=/dev/null
  . var/local.env
  set +a
  export DJANGO_SETTINGS_MODULE=triage_site.settings
}
