#!/bin/sh
# The path of a Chromium for the tests of pages. Debian's package is installed when it is missing and we are root.
set -eu
find_browser() { command -v "${WAQAI_CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome; }
if ! find_browser; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || { echo "Chromium is missing: apt-get install chromium, or name one in WAQAI_CHROMIUM" >&2; exit 3; }
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } >/dev/null 2>&1 || { echo "Chromium could not be installed" >&2; exit 3; }
    find_browser
fi
