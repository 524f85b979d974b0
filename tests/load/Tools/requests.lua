-- wrk's script: sends the prepared requests of a file one after another and prints one line of figures.
-- A line of the file is "GET path" or "POST path signature body".
local requests = {}

function init(args)
  local headers = {}
  local token = os.getenv("BENCH_TOKEN")
  if token and token ~= "" then headers["Authorization"] = "Bearer " .. token end
  for line in io.lines(os.getenv("BENCH_REQUESTS")) do
    local signature, path, body
    path = line:match("^GET (%S+)$")
    if path then
      requests[#requests + 1] = wrk.format("GET", path, headers)
    else
      path, signature, body = line:match("^POST (%S+) (%S+) (.*)$")
      requests[#requests + 1] = wrk.format("POST", path,
        { ["Content-Type"] = "application/json", ["X-Hub-Signature-256"] = signature }, body)
    end
  end
end

local at = 0

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency, requests)
  io.write(string.format("RESULT %d %d %d %d %d %d %d\n", summary.requests, summary.duration, summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(95), latency:percentile(99)))
end
