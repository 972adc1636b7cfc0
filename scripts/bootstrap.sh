#!/bin/sh
# Make .venv, if it is not there or no longer works, and install lock files into it, hashes checked, wheels only.
#
#   scripts/bootstrap.sh LOCK...
#
# The last lock named is installed, and must hold all that the others do. A copy of each in .venv tells that there is
# nothing to do. PYTHON names the interpreter to use; else the first of the usual names that is 3.11 or later.
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

# Debian keeps the part of Python that makes environments in a package of its own.
install_venv_support() {
  package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null 2>&1; then
    say "This Python cannot make an environment. On Debian and Ubuntu: sudo apt-get install $package"
    exit 2
  fi
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y -q "$package" >&2 || { apt-get update -q >&2 && apt-get install -y -q "$package" >&2; }
}

make_environment() {
  python=$(find_python)
  "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || install_venv_support "$python"
  "$python" -m venv --clear "$venv"
}

works && is_installed "$@" && exit 0
works || make_environment
for lock in "$@"; do :; done
say "Installing $lock into $venv"
rm -f "$venv"/requirements*.lock
# Nothing is resolved: a lock holds all that is installed, so what was released since cannot matter.
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
  --no-deps --require-hashes --only-binary :all: -r "$lock"
"$venv/bin/python" -m pip check --quiet --disable-pip-version-check >&2
cp "$@" "$venv"/
# As pip does for packages: an engine that is compiled starts twice as fast, also where the environment keeps Python
# from writing what it compiles. A folder that cannot be written to is no matter.
"$venv/bin/python" -m compileall -q factsheet || true
