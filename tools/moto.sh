#!/usr/bin/env bash
# A server of buckets of its own for tests, which speaks the protocol of S3: `tools/moto.sh`.
#
# Prints its address once it answers, and stops when its standard input ends: when whoever started it is gone, however it
# went. What it keeps is in memory, and gone with it.
set -euo pipefail
cd "$(dirname "$0")/.."

for python in .tools/moto/bin/python3 python3; do
    if command -v "$python" >/dev/null && "$python" -c 'import moto.server' 2>/dev/null; then
        exec "$python" -u -W ignore -c '
import logging, sys
from moto.server import ThreadedMotoServer

logging.getLogger("werkzeug").setLevel(logging.ERROR)
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print("http://%s:%d" % server.get_host_and_port(), flush=True)
sys.stdin.read()
server.stop()
'
    fi
done
printf 'No server of buckets: moto is not installed.\nTo mend it: tools/setup.sh moto\n' >&2
exit 1
