#!/usr/bin/env bash
# Fills a database through the collector of an earlier version, and writes down what that collector tells of it:
# `fill.sh PHIEU FOLDER [URL]`, where PHIEU is the program of that version and URL a PostgreSQL's. FOLDER then holds
# `phieu.sqlite` (without URL), `codes` of the two units and `told.json`, its answers by their addresses.
set -euo pipefail
phieu=$(realpath "$1") folder=$2 database=${3:-phieu.sqlite}
here=$(dirname "$(realpath "$0")")
mkdir -p "$folder/plans"
cp "$here/../plan.json" "$folder/plans/trees.json"
cd "$folder"

port=38917
at="http://127.0.0.1:$port/api"
server=
start() { # CLOCK: the collector, whose clock stands still
    "$phieu" serve --plans plans --database "$database" --listen "127.0.0.1:$port" --token-file token \
        --clock "fixed:$1" --log error >/dev/null &
    server=$!
    until curl -sf "$at/health" >/dev/null; do sleep 0.1; done
}
stop() { kill "$server"; wait "$server" || true; }
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true' EXIT

start 2023-03-02T08:00:00+07:00
for unit in tay-thanh son-ky; do
    "$phieu" keys plans/trees.json --database "$database" --unit "$unit"
done >codes.txt
"$phieu" keys plans/trees.json --database "$database" --office --unit office >>codes.txt
cut -f3 codes.txt >codes
token=$(cat token)

prepared=2023-03-02T00:59:00Z
id() { printf '0190a5c4-7d3e-7c1a-9f00-%012d' "$1"; }
put() { # NUMBER UNIT FROM TO TREES NOTE [MORE]: sends a report with the unit's code
    local code status
    code=$(sed -n "$([ "$2" = tay-thanh ] && echo 1 || echo 2)p" codes)
    status=$(curl -s -o answer -w '%{http_code}' -X PUT "$at/submissions/$(id "$1")" -H "Authorization: Bearer $code" \
        -H 'Content-Type: application/json' --data-binary @- <<<"{\"format\":1,\"id\":\"$(id "$1")\",
        \"preparedAt\":\"$prepared\",\"report\":{\"format\":1,\"plan\":\"trees\",\"planVersion\":2,
        \"duty\":\"weekly\",\"unit\":\"$2\",\"period\":{\"from\":\"$3\",\"to\":\"$4\"},
        \"figures\":{\"trees\":$5,\"note\":\"$6\"}${7:-}}}")
    [ "$status" = 201 ] || { cat answer >&2; exit 1; }
}
decide() { # NUMBER JSON
    curl -sf -o /dev/null -X POST "$at/office/submissions/$(id "$1")/decision" -H "Authorization: Bearer $token" \
        -H 'Content-Type: application/json' --data-binary "$2"
}

put 1 tay-thanh 2023-02-26 2023-03-03 90 'Bản đầu'
decide 1 '{"outcome":"returned","reason":"Số cây chưa đúng","fields":[{"path":"/figures/trees","reason":"Xem lại"}]}'
put 2 tay-thanh 2023-02-26 2023-03-03 100 'Đã sửa'
# Control and direction characters, which this version took in.
put 3 son-ky 2023-02-26 2023-03-03 40 'Cây \u202exanh\u001b[1m' \
    ',"activities":[{"title":"Trồng \u200fcây","date":"2023-03-01","place":"Sân\n trường"}]'
stop
start 2023-03-03T10:30:00+07:00
put 4 tay-thanh 2023-02-26 2023-03-03 110 'Sửa lần hai'
decide 4 '{"outcome":"accepted"}'
stop
start 2023-03-11T08:00:00+07:00
# Sent in time, and come late.
prepared=2023-03-10T00:59:00Z
put 5 son-ky 2023-03-04 2023-03-10 60 'Tuần hai'

ask() { # PATH: what the office is told, as a member of one JSON object
    [ "$1" = office/plans/trees/overview ] && echo '{' || echo ','
    printf '"/api/%s": ' "$1"
    curl -sf -H "Authorization: Bearer $token" "$at/$1"
}
{
    ask office/plans/trees/overview
    ask office/plans/trees/progress
    for unit in tay-thanh son-ky; do
        ask "plans/trees/status?unit=$unit"
        ask "plans/trees/reports?unit=$unit"
    done
    for number in 1 2 3 4 5; do
        ask "office/submissions/$(id $number)"
        ask "submissions/$(id $number)/receipt"
        ask "submissions/$(id $number)/decision"
    done
    echo '}'
} >told.json
stop
