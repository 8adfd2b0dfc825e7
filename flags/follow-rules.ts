import { writeLoadedRules } from '../server/evaluation/loaded-rules.ts'
import { loadRulesets } from '../server/evaluation/ruleset.ts'
import { type Watch, watch } from '../server/evaluation/watch.ts'
import type { Metrics } from './metrics.ts'
import type { RuleBook } from './rule-book.ts'
import { readSnapshot, writeSnapshot } from './snapshot.ts'

/** Where rules come from and where the last good ones are kept. */
export interface RulesFrom {
  readonly source: RuleBook
  readonly databaseUrl: () => string
  /** The folder of the snapshot. */
  readonly home: string
  readonly metrics: Metrics
  readonly now: () => number
  /** Takes a sentence when something about the rules changes for the worse or the better. */
  readonly tell: (sentence: string, error?: unknown) => void
  readonly pollMs?: number
}

/** How often unchanged rules are kept again, so that a start without a database knows their age. */
const KEEP_AGAIN_MS = 300_000

/**
 * Fills a rule book and keeps it current: first from the snapshot on disk, so that answers are given
 * before the database is, then from the database for as long as the process lives. What cannot be
 * read changes nothing: the rules held go on answering.
 */
export async function followRules(from: RulesFrom): Promise<Watch> {
  const { source, home, metrics, now, tell } = from
  const keep = keeper(from)
  let trouble = ''

  const isNews = (sentence: string): boolean => {
    const differs = trouble !== sentence
    trouble = sentence
    return differs
  }
  try {
    const snapshot = await readSnapshot(home)
    if (snapshot !== null) {
      source.accept(snapshot.loaded, snapshot.confirmedAt)
      metrics.count('rollcall_flags_rules_accepted_total')
      tell(
        `Answering from the snapshot of entry ${snapshot.loaded.version} until the database does.`,
      )
    }
  } catch (error) {
    metrics.count('rollcall_flags_rules_refused_total')
    tell('The snapshot on disk was refused.', error)
  }

  const watching = watch({
    url: from.databaseUrl,
    pollMs: from.pollMs ?? 500,
    held: () => source.held()?.loaded ?? null,
    async behind(pool) {
      const accepted = await source.acceptInSlices(await loadRulesets(pool), now())
      if (accepted === 'older') {
        metrics.count('rollcall_flags_rules_refused_total')
        return
      }
      metrics.count('rollcall_flags_rules_accepted_total')
      keep()
      if (isNews('')) tell('The rules are current again.')
    },
    current({ version }) {
      source.confirm(version, now())
      keep({ again: true })
      if (isNews('')) tell('The rules are current again.')
    },
    ahead({ version }) {
      const held = source.version() ?? 0
      if (!isNews(`ahead of ${version}`)) return
      metrics.count('rollcall_flags_rules_refused_total')
      tell(`The database stands at entry ${version}, before entry ${held} held here: refused.`)
    },
    failed(error) {
      metrics.count('rollcall_flags_load_failures_total')
      const reason = error instanceof Error ? error.message : String(error)
      if (isNews(reason)) tell('The rules could not be read; those held go on answering.', error)
    },
  })
  return watching
}

/** Writes snapshots one after the other; of several asked for meanwhile only the newest is. */
function keeper({ source, home, metrics, now, tell }: RulesFrom) {
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
  return (asked: { readonly again: boolean } = { again: false }): void => {
    if (asked.again && now() - keptAt < KEEP_AGAIN_MS) return
    if (writing !== null) isAskedAgain = true
    else writing = run()
  }
}
