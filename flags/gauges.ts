import type { Gauge } from './metrics.ts'
import type { RuleBook } from './rule-book.ts'

/** What the gauges of an evaluation process look at. */
interface Looked {
  readonly source: RuleBook
  readonly now: () => number
  /** How many event streams are open. */
  readonly streams: () => number
}

/** The gauges of an evaluation process. */
export function gauges({ source, now, streams }: Looked): Gauge[] {
  return [
    {
      name: 'rollcall_flags_rules_version',
      help: 'The audit entry that the rules reflect.',
      read: () => source.version(),
    },
    {
      name: 'rollcall_flags_rules_age_seconds',
      help: 'Seconds since the rules were last known to be current.',
      read: () => source.ageAt(now()),
    },
    {
      name: 'rollcall_flags_event_streams',
      help: 'Event streams that are open.',
      read: streams,
    },
    {
      name: 'process_cpu_seconds_total',
      help: 'Seconds of a processor that the process used.',
      read() {
        const { user, system } = process.cpuUsage()
        return (user + system) / 1e6
      },
    },
    {
      name: 'process_resident_memory_bytes',
      help: 'Memory of the process.',
      read: () => process.memoryUsage.rss(),
    },
  ]
}
