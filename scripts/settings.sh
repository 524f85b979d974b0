# shellcheck shell=bash
# What each process of the stack is told, in one place. Configuration goes by environment variables only.

SERVICES=(identity accounts instagram messaging publisher analytics)
# shellcheck disable=SC2034 # used by the other parts
APPS=(simulator mail-catcher "${SERVICES[@]}" gateway)

declare -A PROJECT=(
  [identity]=Identity [accounts]=Accounts [instagram]=Instagram [messaging]=Messaging
  [publisher]=Publisher [analytics]=Analytics [gateway]=Gateway [simulator]=MetaSimulator
  [mail-catcher]=MailCatcher
)

is_service() { [[ " ${SERVICES[*]} " == *" $1 "* ]]; }

url_of() { printf 'http://127.0.0.1:%s' "$(port_of "$1")"; }

# settings_of NAME: KEY=VALUE lines.
settings_of() {
  runtime_settings "$1"
  if [[ $1 == simulator ]]; then
    simulator_settings
    return
  fi
  if [[ $1 == mail-catcher ]]; then
    printf 'Catcher__SmtpPort=%s\n' "$(port_of smtp)"
    return
  fi
  shared_settings "$1"
  if is_service "$1"; then
    service_settings "$1"
  fi
  case "$1" in
    identity) sealing_settings identity && identity_settings && mail_settings && object_store_settings ;;
    accounts) sealing_settings accounts && meta_settings ;;
    instagram) meta_settings ;;
    publisher) object_store_settings ;;
    gateway) gateway_settings ;;
  esac
}

runtime_settings() {
  cat <<SETTINGS
ASPNETCORE_ENVIRONMENT=Production
ASPNETCORE_URLS=$(url_of "$1")
DOTNET_gcServer=0
DOTNET_gcConcurrent=0
DOTNET_GCConserveMemory=5
DOTNET_TieredPGO=0
DOTNET_GCgen0size=0x1000000
DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0
DOTNET_EnableWriteXorExecute=0
DOTNET_NOLOGO=1
SETTINGS
}

shared_settings() {
  local name
  cat <<SETTINGS
Public__BaseUrl=$(url_of gateway)
Auth__Authority=$(url_of identity)
Auth__Issuer=$(url_of gateway)
Auth__Audience=socialselling
Redis__Endpoint=${SOCIALSELLING_REDIS%%,*}
Redis__Password=$(redis_password)
Telemetry__OtlpEndpoint=${SOCIALSELLING_OTLP:-}
SETTINGS
  for name in "${SERVICES[@]}"; do
    printf 'Services__%s=%s\n' "${PROJECT[$name]}" "$(url_of "$name")"
  done
}

redis_password() {
  local rest="${SOCIALSELLING_REDIS#*password=}"
  [[ $rest == "$SOCIALSELLING_REDIS" ]] || printf '%s' "${rest%%,*}"
}

service_settings() {
  cat <<SETTINGS
ConnectionStrings__Database=$(database_connection "$1")
RabbitMq__Uri=$SOCIALSELLING_RABBITMQ
Auth__ClientId=$1
Auth__ClientSecret=$(secret "client-$1")
SETTINGS
}

# migration_settings NAME: what only the one-shot step is told.
migration_settings() {
  ! is_owned_apart "$1" || printf 'ConnectionStrings__Migrations=%s\n' "$(database_connection "$1" "$1_owner")"
}

sealing_settings() {
  printf 'Sealing__ActiveKey=dev1\nSealing__Keys__dev1=%s\n' "$(secret "sealing-$1" key)"
}

# Identity knows the clients by the hash of their secrets.
identity_settings() {
  local name
  for name in "${SERVICES[@]}" gateway; do
    printf 'Identity__Clients__%s__SecretHash=%s\n' "$name" "$(secret "client-$name" | sha256sum | cut -c1-64)"
  done
  # The gateway faces the world: all it may do inside is to exchange API keys.
  printf 'Identity__Clients__gateway__Scope=apikeys.exchange\n'
  # Tests and the bench are one address with many accounts; a single account is locked as it is elsewhere.
  printf 'Identity__Lockout__AddressAttempts=100000000\n'
}

# Whatever the suite writes to anybody ends in the mail catcher.
mail_settings() {
  cat <<SETTINGS
Mail__Host=127.0.0.1
Mail__Port=$(port_of smtp)
Mail__From=SocialSelling <no-reply@socialselling.local>
Mail__UseStartTls=false
SETTINGS
}

META_APP_ID=990000000000001

meta_settings() {
  cat <<SETTINGS
Meta__AppId=$META_APP_ID
Meta__AppSecret=$(secret meta-app-secret)
Meta__WebhookVerifyToken=$(secret meta-verify)
Meta__AuthorizeBaseUrl=$(url_of simulator)/www
Meta__ApiBaseUrl=$(url_of simulator)/api
Meta__GraphBaseUrl=$(url_of simulator)/graph
Meta__GraphVersion=v26.0
SETTINGS
}

simulator_settings() {
  cat <<SETTINGS
Simulator__AppId=$META_APP_ID
Simulator__AppSecret=$(secret meta-app-secret)
Simulator__VerifyToken=$(secret meta-verify)
Simulator__WebhookUrl=$(url_of gateway)/api/v1/webhooks/instagram
Simulator__RedirectUris__0=$(url_of gateway)/api/v1/accounts/instagram/callback
SETTINGS
}

# Here tests and the bench are one user at one address, and their figures are to be the suite's, not the limiter's.
gateway_settings() {
  cat <<SETTINGS
Auth__ClientSecret=$(secret client-gateway)
RateLimits__User__Limit=100000000
RateLimits__Anonymous__Limit=100000000
RateLimits__Credentials__Limit=100000000
RateLimits__Login__Limit=100000000
RateLimits__Register__Limit=100000000
RateLimits__PasswordReset__Limit=100000000
RateLimits__Verification__Limit=100000000
RateLimits__Secret__Limit=100000000
RateLimits__Webhooks__Limit=100000000
SETTINGS
}

object_store_settings() {
  if [[ -z "${SOCIALSELLING_S3:-}" ]]; then
    cat <<SETTINGS
ObjectStore__Provider=FileSystem
ObjectStore__Root=$DATA/objects
ObjectStore__SigningKey=$(secret object-store key)
ObjectStore__PublicBaseUrl=$(url_of gateway)
SETTINGS
    return
  fi
  local scheme key password host bucket
  IFS='|' read -r scheme key password host bucket < \
    <(sed -E 's#^(https?)://([^:]+):([^@]+)@([^/]+)/(.+)$#\1|\2|\3|\4|\5#' <<<"$SOCIALSELLING_S3")
  cat <<SETTINGS
ObjectStore__Provider=S3
ObjectStore__S3__ServiceUrl=$scheme://$host
ObjectStore__S3__PublicServiceUrl=$scheme://$host
ObjectStore__S3__AccessKey=$key
ObjectStore__S3__SecretKey=$password
ObjectStore__S3__Bucket=$bucket
ObjectStore__S3__Region=us-east-1
SETTINGS
}
