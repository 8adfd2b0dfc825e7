/** Upper bounds of the latency histogram, in seconds. */
const BOUNDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1]

/** What is read only when somebody looks. */
export interface Gauge {
  readonly name: string
  readonly help: string
  /** The value, or null while there is none. */
  readonly read: () => number | null
}

/** Counts for Prometheus, kept in memory and written as text on request. */
export interface Metrics {
  /** Counts an answered request; `seconds` is how long it took. */
  readonly answered: (route: string, status: number, seconds: number) => void
  /** Counts something that happened, by its name in the text. */
  readonly count: (name: CounterName) => void
  /** Everything in Prometheus' text format. */
  readonly write: () => string
}

const COUNTERS = {
  rollcall_flags_rules_accepted_total: 'Rules taken over, from the database or the snapshot.',
  rollcall_flags_rules_refused_total: 'Rules refused as bad or older than those held.',
  rollcall_flags_load_failures_total: 'Attempts to read the rules that failed.',
  rollcall_flags_snapshots_written_total: 'Snapshots written to disk.',
  rollcall_flags_snapshot_failures_total: 'Snapshots that could not be written or were refused.',
  rollcall_flags_use_failures_total: 'Attempts to keep who asked for what that failed.',
  rollcall_flags_faults_total: 'Requests that failed by a fault of the server.',
} as const

export type CounterName = keyof typeof COUNTERS

interface Latency {
  readonly buckets: number[]
  sum: number
  count: number
}

/** Empty metrics with these gauges; `more` write counts of their own behind them. */
export function createMetrics(
  gauges: readonly Gauge[],
  more: readonly (() => string)[] = [],
): Metrics {
  const requests = new Map<string, Map<number, number>>()
  const latencies = new Map<string, Latency>()
  const counters = new Map<string, number>(Object.keys(COUNTERS).map((name) => [name, 0]))

  return {
    answered(route, status, seconds) {
      const statuses = requests.get(route) ?? new Map<number, number>()
      requests.set(route, statuses)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      const latency = latencies.get(route) ?? { buckets: BOUNDS.map(() => 0), sum: 0, count: 0 }
      latencies.set(route, latency)
      const bucket = BOUNDS.findIndex((bound) => seconds <= bound)
      if (bucket >= 0) latency.buckets[bucket] = (latency.buckets[bucket] ?? 0) + 1
      latency.sum += seconds
      latency.count += 1
    },
    count(name) {
      counters.set(name, (counters.get(name) ?? 0) + 1)
    },
    write() {
      const lines = [
        ...head('rollcall_flags_requests_total', 'counter', 'Requests answered.'),
        ...[...requests].flatMap(([route, statuses]) =>
          [...statuses].map(
            ([status, n]) =>
              `rollcall_flags_requests_total{route="${route}",status="${status}"} ${n}`,
          ),
        ),
        ...head('rollcall_flags_request_seconds', 'histogram', 'Time to answer.'),
        ...[...latencies].flatMap(([route, latency]) => histogram(route, latency)),
      ]
      for (const [name, help] of Object.entries(COUNTERS)) {
        lines.push(...head(name, 'counter', help), `${name} ${counters.get(name) ?? 0}`)
      }
      for (const { name, help, read } of gauges) {
        const value = read()
        const type = name.endsWith('_total') ? 'counter' : 'gauge'
        if (value !== null) lines.push(...head(name, type, help), `${name} ${value}`)
      }
      return `${lines.join('\n')}\n${more.map((write) => write()).join('')}`
    },
  }
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

function histogram(route: string, { buckets, sum, count }: Latency): string[] {
  const name = 'rollcall_flags_request_seconds'
  let below = 0
  const lines = BOUNDS.map((bound, i) => {
    below += buckets[i] ?? 0
    return `${name}_bucket{route="${route}",le="${bound}"} ${below}`
  })
  return [
    ...lines,
    `${name}_bucket{route="${route}",le="+Inf"} ${count}`,
    `${name}_sum{route="${route}"} ${sum}`,
    `${name}_count{route="${route}"} ${count}`,
  ]
}
