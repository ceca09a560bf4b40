-- Takes the next path of BENCH_PATHS (a file, one path to a line) for each request, and reports as one line.
local paths, at = {}, 0
local file = os.getenv('BENCH_PATHS')
if file then
  for line in io.lines(file) do paths[#paths + 1] = line end
end

if #paths > 1 then
  request = function()
    at = at % #paths + 1
    return wrk.format('GET', paths[at])
  end
end

done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format('\nBENCH %d %d %d %d %d %d %d %d\n', summary.requests, summary.duration, summary.bytes,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(90), latency:percentile(99), latency.max))
end
