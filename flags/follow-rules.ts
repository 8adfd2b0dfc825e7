import { loadRulesets } from '../server/evaluation/ruleset.ts'
import { type Watch, watch } from '../server/evaluation/watch.ts'
import { type KeepRules, keepRules, newsOnly, startFromSnapshot } from './keep-rules.ts'

/** Where rules come from and where the last good ones are kept. */
export interface RulesFrom extends KeepRules {
  readonly databaseUrl: () => string
  readonly pollMs?: number
}

/**
 * Fills a rule book and keeps it current: first from the snapshot on disk, so that answers are given
 * before the database is, then from the database for as long as the process lives. What cannot be
 * read changes nothing: the rules held go on answering.
 */
export async function followRules(from: RulesFrom): Promise<Watch> {
  const { source, metrics, now, tell } = from
  const keep = keepRules(from)
  const isNews = newsOnly()
  await startFromSnapshot(from)
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
