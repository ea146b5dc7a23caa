#!/usr/bin/env bash
# A PostgreSQL of its own for tests and benchmarks: `tools/postgres.sh [--durable]`.
#
# Prints the URL of an empty database once it answers, and stops and removes everything when its standard
# input ends: when whoever started it is gone, however it went. Without --durable it does not wait for the
# disk, which tests need not and measurements must.
set -euo pipefail

fail() {
    printf 'No PostgreSQL: %s\nTo mend it: tools/setup.sh postgres\n' "$1" >&2
    exit 1
}

# Debian keeps the server's programs off the path.
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
if [ -z "$bin" ]; then
    command -v initdb >/dev/null || fail "it is not installed."
    bin=$(dirname "$(command -v initdb)")
fi

speed=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off)
[ "${1:-}" = --durable ] && speed=()

folder=$(mktemp -d)
# It refuses to run as the machine's administrator, whose path may lack what only administrators run.
PATH=$PATH:/usr/sbin:/sbin
as=()
if [ "$(id -u)" = 0 ]; then
    id postgres >/dev/null 2>&1 || fail "its user postgres is missing."
    chown postgres "$folder"
    as=(runuser -u postgres --)
fi
server=
finish() {
    if [ -n "$server" ]; then
        "${as[@]}" "$bin/pg_ctl" stop -D "$folder/data" -m immediate -w >/dev/null 2>&1 || true
    fi
    rm -rf "$folder"
}
trap finish EXIT

cd "$folder"
"${as[@]}" "$bin/initdb" -D "$folder/data" -U phieu -A trust -E UTF8 --no-sync >"$folder/log" 2>&1 ||
    { cat "$folder/log" >&2; fail "initdb failed."; }
# A free port, taken again if someone else was faster.
for _ in 1 2 3 4 5; do
    port=$((20000 + RANDOM % 20000))
    if "${as[@]}" "$bin/pg_ctl" start -D "$folder/data" -w -t 60 -l "$folder/data/server.log" \
        -o "-p $port -k $folder -c listen_addresses=127.0.0.1 -c max_connections=300 ${speed[*]}" >/dev/null 2>&1; then
        server=$port
        break
    fi
done
[ -n "$server" ] || { cat "$folder/data/server.log" >&2; fail "it does not start."; }
echo "postgres://phieu@127.0.0.1:$server/postgres"
cat >/dev/null
