#!/bin/sh
# A throw-away PostgreSQL for the tests. `postgres.sh start DIR PORT` makes a server in DIR that listens on
# 127.0.0.1:PORT only; `postgres.sh stop DIR` ends it and removes DIR. Debian's package is installed when root.
set -eu
action=$1
dir=$2
find_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1; }
bin=$(find_bin || true)
if [ -z "$bin" ] && [ "$action" = start ]; then
    [ "$(id -u)" = 0 ] || { echo "PostgreSQL is missing: apt-get install postgresql" >&2; exit 3; }
    apt-get install -y -qq --no-install-recommends postgresql >/dev/null 2>&1 || { echo "PostgreSQL could not be installed" >&2; exit 3; }
    bin=$(find_bin)
fi
# PostgreSQL refuses to run as root.
as_owner() { if [ "$(id -u)" = 0 ]; then su postgres -s /bin/sh -c "$*"; else sh -c "$*"; fi; }
case $action in
start)
    mkdir -p "$dir"
    [ "$(id -u)" != 0 ] || chown postgres "$dir"
    as_owner "$bin/initdb -D $dir/data -U waqai -A trust -E UTF8 --locale=C.UTF-8 >/dev/null"
    as_owner "$bin/pg_ctl -D $dir/data -w -l $dir/log -o '-p $3 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c fsync=off' start >/dev/null"
    ;;
stop)
    as_owner "$bin/pg_ctl -D $dir/data -m immediate stop >/dev/null"
    rm -rf "$dir"
    ;;
esac
