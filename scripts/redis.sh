# shellcheck shell=bash
# Redis as a process of our own, with a password and an append-only file.

REDIS_DIR="$DATA/redis"

redis_ready() {
  REDISCLI_AUTH="$(secret redis)" redis-cli -h 127.0.0.1 -p "$(port_of redis)" ping 2>/dev/null | grep -q PONG
}

start_redis() {
  local started
  started="$(now_ms)"
  is_running redis && return
  require_free_port redis "$(port_of redis)"
  mkdir -p "$REDIS_DIR"
  # The password stays out of the process list.
  (umask 077 && cat >"$REDIS_DIR/redis.conf" <<CONF
bind 127.0.0.1
port $(port_of redis)
dir $REDIS_DIR
requirepass $(secret redis)
appendonly yes
aof-load-truncated yes
save ""
maxmemory 96mb
maxmemory-policy noeviction
CONF
  )
  launch redis redis-server "$REDIS_DIR/redis.conf"
  await redis 30 redis_ready
  done_line redis "$started" "127.0.0.1:$(port_of redis)"
}

stop_redis() { stop redis; }

own_redis() { printf '127.0.0.1:%s,password=%s' "$(port_of redis)" "$(secret redis)"; }
