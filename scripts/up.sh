# shellcheck shell=bash
# The whole stack, from whatever state it is in to ready.

up_command() {
  local began
  began="$(now_ms)"
  lock_state
  say "SocialSelling: state in $STATE, ports from $PORT_BASE"
  install_missing missing_server_packages
  build_suite
  export_servers
  start_stack
  seed_demo
  print_summary "$began"
}

# Said before anything is started.
require_free_ports() {
  local name
  for name in "${SERVERS[@]}" "${APPS[@]}"; do
    given "$name" || is_running "$name" || require_free_port "$name" "$(port_of "$name")"
  done
  is_running mail-catcher || require_free_port smtp "$(port_of smtp)"
}

# RabbitMQ takes longest: it boots while the schemas are made and migrated.
start_stack() {
  local name started broker steps=()
  require_free_ports
  start_server rabbitmq &
  broker=$!
  start_server redis &
  steps+=($!)
  start_server postgres &
  steps+=($!)
  for name in "${APPS[@]}"; do
    prepare_app "$name" &
    steps+=($!)
  done
  wait_all "${steps[@]}" || { wait "$broker"; exit 1; }
  (create_schemas && migrate_all) || { wait "$broker"; exit 1; }
  started="$(now_ms)"
  start_app simulator
  start_app mail-catcher
  start_app gateway
  # A service that finds no broker tries again only seconds later: waiting for it here is quicker.
  wait "$broker" || exit 1
  for name in "${SERVICES[@]}"; do
    start_app "$name"
  done
  await_ready "$started" "${APPS[@]}"
}

migrate_all() {
  local name steps=()
  for name in "${SERVICES[@]}"; do
    migrate "$name" &
    steps+=($!)
    # Two at a time: more only get in each other's way on a small machine.
    if ((${#steps[@]} == 2)); then
      wait_all "${steps[@]}" || return 1
      steps=()
    fi
  done
  wait_all "${steps[@]}"
}

print_summary() {
  cat >&2 <<SUMMARY

ready in $(seconds_since "$1")
  suite       $(url_of gateway)            documents: $(url_of gateway)/docs
  simulator   $(url_of simulator)            play the customer of $DEMO_ACCOUNT here
  mails       $(url_of mail-catcher)            what the suite has sent, to anybody
  demo login  $DEMO_EMAIL  $(demo_password)
SUMMARY
}

down_command() {
  lock_state
  stop_apps
  stop_servers
  say "stopped"
}
