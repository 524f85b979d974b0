#!/bin/sh
# The password goes by a file: an argument would show in the process list.
set -eu
umask 077
cat >/tmp/redis.conf <<CONF
requirepass $REDIS_PASSWORD
appendonly yes
save ""
maxmemory 64mb
maxmemory-policy noeviction
CONF
chown redis: /tmp/redis.conf 2>/dev/null || true
exec docker-entrypoint.sh redis-server /tmp/redis.conf
