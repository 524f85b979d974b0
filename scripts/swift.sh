# shellcheck shell=bash
# OpenStack Swift with its S3 interface, for the tests: four servers of one node, configuration below the state folder.

SWIFT_DIR="$DATA/swift"
# Not the name of the bucket: Swift replaces the first occurrence of the key in a path by the account.
SWIFT_KEY=testers-key

missing_swift_packages() {
  have swift-proxy-server || printf 'swift-proxy\n'
  have swift-account-server || printf 'swift-account\n'
  have swift-container-server || printf 'swift-container\n'
  have swift-object-server || printf 'swift-object\n'
}

swift_ring() {
  local kind="$1"
  (
    cd "$SWIFT_DIR" || exit
    swift-ring-builder "$kind.builder" create 4 1 1
    swift-ring-builder "$kind.builder" add "r1z1-127.0.0.1:$(port_of "swift-$kind")/d1" 1
    swift-ring-builder "$kind.builder" rebalance
  ) >"$LOGS/swift-ring-$kind.log" 2>&1
}

swift_common() {
  cat <<CONF
[DEFAULT]
bind_ip = 127.0.0.1
bind_port = $(port_of "$1")
swift_dir = $SWIFT_DIR
devices = $SWIFT_DIR/devices
user = $(id -un)
workers = 0
mount_check = false
disable_fallocate = true
log_level = ERROR
CONF
}

configure_swift_storage() {
  local kind="$1"
  swift_common "swift-$kind"
  cat <<CONF
[pipeline:main]
pipeline = $kind-server
[app:$kind-server]
use = egg:swift#$kind
CONF
}

configure_swift_proxy() {
  swift_common swift
  cat <<CONF
[pipeline:main]
pipeline = catch_errors gatekeeper listing_formats bulk s3api auth copy slo dlo versioned_writes symlink proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:auth]
paste.filter_factory = swift_auth:factory
access_key = $SWIFT_KEY
secret_key = $(secret swift)
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
CONF
  local filter
  for filter in catch_errors gatekeeper listing_formats bulk copy slo dlo symlink versioned_writes; do
    printf '[filter:%s]\nuse = egg:swift#%s\n' "$filter" "$filter"
  done
  printf 'allow_versioned_writes = true\nallow_object_versioning = true\n'
}

configure_swift() {
  local kind
  rm -rf "$SWIFT_DIR"
  mkdir -p "$SWIFT_DIR/devices/d1"
  cat >"$SWIFT_DIR/swift.conf" <<CONF
[swift-hash]
swift_hash_path_prefix = socialselling
swift_hash_path_suffix = socialselling
[storage-policy:0]
name = standard
default = yes
CONF
  for kind in account container object; do
    configure_swift_storage "$kind" >"$SWIFT_DIR/swift-$kind.conf"
    swift_ring "$kind" || die "swift ring: see $LOGS/swift-ring-$kind.log"
  done
  (umask 077 && configure_swift_proxy >"$SWIFT_DIR/swift.proxy.conf")
}

swift_ready() { curl -s -o /dev/null --max-time 5 "http://127.0.0.1:$(port_of swift)/"; }

start_swift() {
  local kind started
  started="$(now_ms)"
  is_running swift && return
  for kind in swift-account swift-container swift-object swift; do
    require_free_port "$kind" "$(port_of "$kind")"
  done
  configure_swift
  for kind in account container object; do
    launch "swift-$kind" "swift-$kind-server" "$SWIFT_DIR/swift-$kind.conf"
  done
  launch swift env PYTHONDONTWRITEBYTECODE=1 PYTHONPATH="$ROOT/scripts" swift-proxy-server "$SWIFT_DIR/swift.proxy.conf"
  # The proxy shuns a storage server for a minute that once refused it: wait for all before the first request.
  for kind in account container object; do
    await "swift-$kind" 60 port_open "$(port_of "swift-$kind")"
  done
  await swift 60 swift_ready
  create_bucket
  done_line swift "$started" "127.0.0.1:$(port_of swift)"
}

create_bucket() {
  curl -sf -o /dev/null --aws-sigv4 aws:amz:us-east-1:s3 --user "$SWIFT_KEY:$(secret swift)" \
    -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' -X PUT "http://127.0.0.1:$(port_of swift)/socialselling" || die "swift did not make the bucket: see $LOGS/swift.log"
}

stop_swift() {
  local name
  for name in swift swift-object swift-container swift-account; do
    stop "$name" TERM 5
  done
}

own_s3() {
  printf 'http://%s:%s@127.0.0.1:%s/socialselling' "$SWIFT_KEY" "$(secret swift)" "$(port_of swift)"
}
