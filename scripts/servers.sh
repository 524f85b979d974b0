# shellcheck shell=bash
# The servers the suite stands on; each is left out when the environment names one.

start_servers() {
  local steps=()
  [[ -n "${SOCIALSELLING_POSTGRES:-}" ]] || { start_postgres & steps+=($!); }
  [[ -n "${SOCIALSELLING_REDIS:-}" ]] || { start_redis & steps+=($!); }
  [[ -n "${SOCIALSELLING_RABBITMQ:-}" ]] || { start_rabbitmq & steps+=($!); }
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
  export SOCIALSELLING_POSTGRES="${SOCIALSELLING_POSTGRES:-$(postgres_connection)}"
  export SOCIALSELLING_REDIS="${SOCIALSELLING_REDIS:-$(redis_connection)}"
  export SOCIALSELLING_RABBITMQ="${SOCIALSELLING_RABBITMQ:-$(rabbitmq_uri)}"
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
