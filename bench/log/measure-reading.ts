import type { PersonActor } from '../../domain/actor.ts'
import { findEntries } from '../../server/audit/find-entries.ts'
import { findSeqs, type Place } from '../../server/audit/find-seqs.ts'
import { pageFilters } from '../../server/audit/testing/page-filters.ts'
import { median, percentile, shown } from '../figures.ts'

const ROUNDS = 15

/** Each filter's first, deep and last page: its numbers from the database, and the whole page's data. */
export async function measureReading(
  reader: PersonActor,
  entries: number,
  say: (text: string) => void,
): Promise<void> {
  const places: readonly Place[] = [
    { limit: 51 },
    { limit: 51, before: Math.round(entries / 2) },
    { limit: 51, before: 900 },
  ]
  const pages: number[] = []
  say(
    '\n| filter | first | deep | last | a page’s data, at most |\n| --- | --- | --- | --- | --- |',
  )
  for (const [name, filter] of pageFilters({ id: reader.id, calledLike: 'Ibarra' })) {
    const cells: string[] = []
    let longest = 0
    for (const place of places) {
      const inDatabase: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        inDatabase.push(await timed(() => findSeqs(sinceFor(filter), place)))
        const whole = await timed(() => findEntries(reader, { ...filter, cursor: place.before }))
        pages.push(whole)
        longest = Math.max(longest, whole)
      }
      cells.push(`${shown(median(inDatabase))} (${shown(percentile(inDatabase, 0.95))})`)
    }
    say(`| ${name} | ${cells.join(' | ')} | ${shown(longest)} |`)
  }
  say(`\na page’s data: median ${shown(median(pages))}, p95 ${shown(percentile(pages, 0.95))}`)
}

function sinceFor<F extends { readonly last?: string | undefined }>(filter: F) {
  const spans: Record<string, number> = { hour: 3_600_000, week: 604_800_000 }
  const { last, ...rest } = filter
  return last === undefined ? rest : { ...rest, from: new Date(Date.now() - (spans[last] ?? 0)) }
}

/** Milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}
