# shellcheck shell=bash
# The servers the suite stands on; each is left out when the environment names one.

SERVERS=(postgres redis rabbitmq)

# Which servers the environment names; noted once, before our own are exported.
declare -A GIVEN=()

given() { [[ -n "${GIVEN[$1]:-}" ]]; }

# An address that an earlier `./dev servers` of this stack printed is ours, not given.
note_given_servers() {
  local name variable
  for name in "${SERVERS[@]}" s3; do
    variable="SOCIALSELLING_${name^^}"
    [[ -n "${!variable:-}" ]] || continue
    if [[ -d "$STATE/secrets" && "${!variable}" == "$("own_$name")" ]]; then
      unset "$variable"
    else
      GIVEN[$name]=yes
    fi
  done
}

start_server() { given "$1" || "start_$1"; }

start_servers() {
  local name steps=()
  for name in "${SERVERS[@]}"; do
    start_server "$name" &
    steps+=($!)
  done
  wait_all "${steps[@]}" || die "the servers are not up"
}

stop_servers() {
  stop_postgres &
  stop_redis &
  stop_rabbitmq &
  wait
}

# Where the servers are, ours or those given.
export_servers() {
  export SOCIALSELLING_POSTGRES="${SOCIALSELLING_POSTGRES:-$(own_postgres)}"
  export SOCIALSELLING_REDIS="${SOCIALSELLING_REDIS:-$(own_redis)}"
  export SOCIALSELLING_RABBITMQ="${SOCIALSELLING_RABBITMQ:-$(own_rabbitmq)}"
}

print_exports() {
  local name
  for name in SOCIALSELLING_POSTGRES SOCIALSELLING_REDIS SOCIALSELLING_RABBITMQ; do
    printf "export %s='%s'\n" "$name" "${!name}"
  done
}

servers_command() {
  case "${1:-up}" in
    up)
      lock_state
      install_missing missing_server_packages
      start_servers
      export_servers
      print_exports
      ;;
    down) lock_state && stop_servers ;;
    *) die "usage: ./dev servers [down]" ;;
  esac
}
