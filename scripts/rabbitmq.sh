# shellcheck shell=bash
# RabbitMQ as a process of our own, with a port mapper of its own beside it.

RABBIT_DIR="$DATA/rabbitmq"
RABBIT_BIN=/usr/lib/rabbitmq/bin

# The environment that the node and rabbitmqctl share. The wrappers in /usr/sbin would insist on a user.
rabbit_environment() {
  printf '%s\n' \
    "HOME=$RABBIT_DIR/home" "RABBITMQ_NODENAME=socialselling@localhost" \
    "RABBITMQ_NODE_IP_ADDRESS=127.0.0.1" "RABBITMQ_NODE_PORT=$(port_of rabbitmq)" \
    "RABBITMQ_DIST_PORT=$(port_of rabbitmq-dist)" "ERL_EPMD_PORT=$(port_of epmd)" "ERL_EPMD_ADDRESS=127.0.0.1" \
    "RABBITMQ_MNESIA_BASE=$RABBIT_DIR/mnesia" "RABBITMQ_LOG_BASE=$LOGS/rabbitmq" \
    "RABBITMQ_ENABLED_PLUGINS_FILE=$RABBIT_DIR/enabled_plugins" "RABBITMQ_CONFIG_FILE=$RABBIT_DIR/rabbitmq" \
    "RABBITMQ_CONF_ENV_FILE=/dev/null" "RABBITMQ_PID_FILE=$RABBIT_DIR/pid" \
    "RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS=-kernel inet_dist_use_interface {127,0,0,1}" \
    "RUNNING_UNDER_SYSTEMD=true" # makes the script exec the node, so that our pidfile names the node itself
}

rabbit_run() {
  local environment
  mapfile -t environment < <(rabbit_environment)
  env "${environment[@]}" "$@"
}

rabbitmqctl() { rabbit_run "$RABBIT_BIN/rabbitmqctl" -q "$@"; }

configure_rabbitmq() {
  mkdir -p "$RABBIT_DIR/home" "$LOGS/rabbitmq"
  printf '[].\n' >"$RABBIT_DIR/enabled_plugins"
  (umask 077 && cat >"$RABBIT_DIR/rabbitmq.conf" <<CONF
default_user = socialselling
default_pass = $(secret rabbitmq)
vm_memory_high_watermark.absolute = 384MiB
disk_free_limit.absolute = 256MiB
log.file.level = warning
CONF
  )
}

# The listener opens late in the boot; a node that answers the protocol header serves clients.
rabbitmq_ready() {
  local answer=''
  (
    exec 3<>"/dev/tcp/127.0.0.1/$(port_of rabbitmq)" || exit 1
    printf 'AMQP\x00\x00\x09\x01' >&3
    read -r -t 2 -N 1 -u 3 answer
    [[ $answer == $'\x01' ]]
  ) 2>/dev/null
}

start_epmd() {
  is_running epmd && return
  require_free_port epmd "$(port_of epmd)"
  launch epmd epmd -address 127.0.0.1 -port "$(port_of epmd)"
  await epmd 10 port_open "$(port_of epmd)"
}

start_rabbitmq() {
  local started environment
  started="$(now_ms)"
  if is_running rabbitmq; then
    rabbitmq_ready || await rabbitmq 90 rabbitmq_ready
    return
  fi
  # A first boot that was cut off leaves a database without its user: begin again.
  [[ -f "$RABBIT_DIR/initialised" ]] || rm -rf "$RABBIT_DIR"
  require_free_port rabbitmq "$(port_of rabbitmq)"
  require_free_port rabbitmq-dist "$(port_of rabbitmq-dist)"
  configure_rabbitmq
  start_epmd
  mapfile -t environment < <(rabbit_environment)
  launch rabbitmq env "${environment[@]}" "$RABBIT_BIN/rabbitmq-server"
  await rabbitmq 90 rabbitmq_ready
  touch "$RABBIT_DIR/initialised"
  done_line rabbitmq "$started" "127.0.0.1:$(port_of rabbitmq)"
}

stop_rabbitmq() {
  stop rabbitmq TERM 30
  stop epmd
}

own_rabbitmq() {
  printf 'amqp://socialselling:%s@127.0.0.1:%s/%s' "$(secret rabbitmq)" "$(port_of rabbitmq)" "${1:-%2F}"
}
