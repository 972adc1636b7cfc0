#!/bin/sh
# Make .venv hold what a lock file says and nothing else: hashes checked, wheels only, nothing resolved.
#
#   scripts/bootstrap.sh LOCK...
#
# The last lock named is installed, and must hold all that the others do. The copies of the locks in .venv are its last
# files, so they tell that it is whole. An environment without them, or with others, is made anew: what was installed
# before, or half installed, cannot matter. PYTHON names the interpreter to use; else the first of the usual names that
# is 3.11 or later. Where packages come from is left to pip's own settings: pip.conf, PIP_INDEX_URL, PIP_FIND_LINKS ...
set -eu

venv=.venv

say() { printf '%s\n' "$*" >&2; }

is_recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

works() { "$venv/bin/python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

is_installed() {
  for each in "$@"; do
    cmp -s "$each" "$venv/$each" || return 1
  done
}

# Why there is something to do, for the end of a sentence.
reason() {
  if [ ! -e "$venv/bin" ]; then return; fi
  if ! works; then
    printf ' anew: the Python in it no longer works'
  elif ls "$venv"/*.lock >/dev/null 2>&1; then
    printf ' anew: it was made from other locks'
  else
    printf ' anew: the last installation did not finish'
  fi
}

find_python() {
  if [ -n "${PYTHON:-}" ]; then
    is_recent "$PYTHON" && printf '%s\n' "$PYTHON" && return
    say "PYTHON=$PYTHON is no Python 3.11 or later"
    exit 2
  fi
  for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
    is_recent "$name" && printf '%s\n' "$name" && return
  done
  say "Python 3.11 or later is needed: install it, or name it: make PYTHON=/path/to/python3"
  exit 2
}

can_make_environments() { "$1" -c 'import ensurepip, venv' >/dev/null 2>&1; }

# Debian keeps the part of Python that makes environments in a package of its own.
add_venv_support() {
  package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -y -q "$package" >&2 || { apt-get update -q >&2 && apt-get install -y -q "$package" >&2; } || :
  fi
  can_make_environments "$1" && return
  say "$1 lacks the modules venv and ensurepip, which make environments."
  say "On Debian and Ubuntu: sudo apt-get install $package"
  say "Elsewhere, name a Python that has them: make PYTHON=/path/to/python3"
  exit 2
}

make_environment() {
  python=$(find_python)
  can_make_environments "$python" || add_venv_support "$python"
  rm -f "$venv"/*.lock  # first, lest an environment that is half cleared be taken for a whole one
  "$python" -I -m venv --clear "$venv"
}

works && is_installed "$@" && exit 0
for lock in "$@"; do :; done
say "Installing $lock into $venv$(reason)"
make_environment
# A lock holds all that is installed, so nothing is resolved, and what was released since cannot matter. -I keeps
# PYTHONPATH and this folder out, --no-user a setting for other uses; two times --quiet leaves errors only.
"$venv/bin/python" -I -m pip install --quiet --quiet --disable-pip-version-check --no-input --no-user \
  --no-deps --require-hashes --only-binary :all: -r "$lock"
if ! complaints=$("$venv/bin/python" -I -m pip check --disable-pip-version-check 2>&1); then
  say "$lock does not hold what its own packages need; take one that does from the history of the repository:"
  say "$complaints"
  exit 1
fi
cp "$@" "$venv"/
# As pip does for packages: an engine that is compiled starts twice as fast, also where the environment keeps Python
# from writing what it compiles. A folder that cannot be written to is no matter.
"$venv/bin/python" -m compileall -q factsheet || true
