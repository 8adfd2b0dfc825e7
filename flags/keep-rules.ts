import { writeLoadedRules } from '../server/evaluation/loaded-rules.ts'
import type { Metrics } from './metrics.ts'
import type { RuleBook } from './rule-book.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

/** Where the last good rules are kept. */
export interface KeepRules {
  readonly source: RuleBook
  /** The folder of the snapshot. */
  readonly home: string
  readonly metrics: Metrics
  readonly now: () => number
  /** Takes a sentence when something about the rules changes for the worse or the better. */
  readonly tell: (sentence: string, error?: unknown) => void
}

/** Keeps the rules held now; `again`: also when they are the same, once in a while. */
export type Keep = (asked?: { readonly again: boolean }) => void

/** How often unchanged rules are kept again, so that a start without a source knows their age. */
const KEEP_AGAIN_MS = 300_000

/** Fills a rule book from the snapshot on disk; one that is damaged is refused and counted. */
export async function startFromSnapshot({ source, home, metrics, tell }: KeepRules): Promise<void> {
  try {
    const snapshot = await readSnapshot(home)
    if (snapshot === null) return
    source.accept(snapshot.loaded, snapshot.confirmedAt)
    metrics.count('rollcall_flags_rules_accepted_total')
    tell(`Answering from the snapshot of entry ${snapshot.loaded.version} until newer rules come.`)
  } catch (error) {
    metrics.count('rollcall_flags_rules_refused_total')
    tell('The snapshot on disk was refused.', error)
  }
}

/** Writes snapshots one after the other; of several asked for meanwhile only the newest is. */
export function keepRules({ source, home, metrics, now, tell }: KeepRules): Keep {
  let writing: Promise<void> | null = null
  let isAskedAgain = false
  let keptAt = Number.NEGATIVE_INFINITY

  const write = async (): Promise<void> => {
    const held = source.held()
    if (held === null) return
    const age = source.ageAt(now()) ?? 0
    keptAt = now()
    try {
      const { environments, loaded } = held
      const text = writeLoadedRules(
        loaded,
        ({ environment }) => environments.get(environment)?.texts.values() ?? [],
      )
      const confirmedAt = now() - age * 1000
      await writeSnapshot(home, { version: loaded.version, confirmedAt, text })
      metrics.count('rollcall_flags_snapshots_written_total')
    } catch (error) {
      metrics.count('rollcall_flags_snapshot_failures_total')
      tell('The snapshot could not be written; answers go on from memory.', error)
    }
  }
  const run = async (): Promise<void> => {
    do {
      isAskedAgain = false
      await write()
    } while (isAskedAgain)
    writing = null
  }
  return (asked = { again: false }): void => {
    if (asked.again && now() - keptAt < KEEP_AGAIN_MS) return
    if (writing !== null) isAskedAgain = true
    else writing = run()
  }
}

/** Says whether a sentence is another than the one before: the same trouble is told once. */
export function newsOnly(): (sentence: string) => boolean {
  let before = ''
  return (sentence) => {
    const differs = before !== sentence
    before = sentence
    return differs
  }
}
