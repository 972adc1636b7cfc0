#!/bin/sh
# Print what the tests run on, a line each, so that a result can be compared with another machine's. Never fails: what
# is not there is called "not yet installed".
#
#   scripts/machine.sh
set -u

tell() { printf '%-9s %s\n' "$1" "${2:-not yet installed}"; }

system() {
  name=$(. /etc/os-release 2>/dev/null && printf '%s' "$PRETTY_NAME") || name=$(sw_vers -productVersion 2>/dev/null)
  printf '%s, %s, %s cores' "$(uname -srm)" "${name:-unknown}" "$(getconf _NPROCESSORS_ONLN)"
}

python=.venv/bin/python
"$python" -c '' 2>/dev/null || python=${PYTHON:-python3}
pip=$("$python" -m pip --version 2>/dev/null)
chromium=$(scripts/browser.sh 2>/dev/null)

tell System "$(system)"
tell Python "$("$python" -c 'import sys; print(sys.version.split()[0], "from", sys.executable)' 2>/dev/null)"
tell pip "$(printf '%s' "${pip%% from *}" | cut -d ' ' -f 2)"
tell Node.js "$(.venv/bin/node --version 2>/dev/null)"
tell npm "$(PATH="$PWD/.venv/bin:$PATH" .venv/bin/npm --version 2>/dev/null)"
tell Chromium "${chromium:+$("$chromium" --version 2>/dev/null) from $chromium}"
