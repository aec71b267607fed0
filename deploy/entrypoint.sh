#!/bin/sh
# What a container runs: the server, or with words behind it the commonboard command (`list`, `backup`, ...).
set -eu
cd "$(dirname "$0")/.."
: "${DATA_DIR:=/data}"
export DATA_DIR

if [ "$#" -gt 0 ]; then
  exec node server/ops/command.ts "$@"
fi
if ! mkdir -p "$DATA_DIR" 2>/dev/null || [ ! -w "$DATA_DIR" ]; then
  echo "The data folder $DATA_DIR cannot be written by user $(id -u). Give it to that user: chown -R $(id -u) <the folder on the host>" >&2
  exit 1
fi
# In place of the shell, so that the signal to stop reaches the server.
exec node --max-semi-space-size=16 server/main.ts
