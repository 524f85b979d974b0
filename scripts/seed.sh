# shellcheck shell=bash
# A demo workspace with the simulator's demo account connected, so that its page can be played with at once.

DEMO_EMAIL=demo@socialselling.local
DEMO_ACCOUNT=demo_shop
JSON=(-H 'Content-Type: application/json')

demo_password() { printf '%s-aA1!' "$(secret demo | cut -c1-16)"; }

# json_text NAME: the text of that property; ours escape the ampersand of addresses.
json_text() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | sed 's/\\u0026/\&/g'; }

# ask URL [OPTIONS OF CURL]: the answer's body; fails with a word on what was answered.
ask() {
  local answer code
  answer="$(curl -s -w '\n%{http_code}' --max-time 20 "${@:2}" "$1")" || true
  code="${answer##*$'\n'}"
  [[ $code == 2* ]] || { say "  ${1%%\?*} answered $code: $(head -c 300 <<<"${answer%$'\n'*}")"; return 1; }
  printf '%s' "${answer%$'\n'*}"
}

demo_is_connected() { curl -s --max-time 5 "$(url_of simulator)/control/accounts" | grep -q "\"username\":\"$DEMO_ACCOUNT\"[^}]*\"subscribedFields\":\["; }

# Registers the demo user, or logs in when it is there already; prints an access token.
demo_token() {
  local gateway answer
  gateway="$(url_of gateway)/api/v1/auth"
  answer="$(demo_user "Demo" | ask "$gateway/register" "${JSON[@]}" -d @- 2>/dev/null)" || answer="$(demo_user | ask "$gateway/login" "${JSON[@]}" -d @-)" || return 1
  json_text accessToken <<<"$answer"
}

# The password goes by standard input: arguments can be read by everybody.
demo_user() { printf '{"email":"%s","password":"%s"%s}' "$DEMO_EMAIL" "$(demo_password)" "${1:+,\"name\":\"$1\"}"; }

# The simulator forgets its tokens when it ends, so the account is connected again after each of its starts.
seed_demo() {
  local token login
  demo_is_connected && return
  token="$(demo_token)" || die "the demo user could not log in: see ./dev logs identity"
  ask "$(url_of simulator)/control/next-login" "${JSON[@]}" -d "{\"answer\":\"accept\",\"username\":\"$DEMO_ACCOUNT\"}" >/dev/null || die "the simulator took no login"
  login="$(ask "$(url_of gateway)/api/v1/accounts/instagram/connect" "${JSON[@]}" -d '{}' -H @- <<<"Authorization: Bearer $token" | json_text authorizationUrl)"
  ask "$login" -L >/dev/null || die "the demo account could not be connected: see ./dev logs accounts"
}
