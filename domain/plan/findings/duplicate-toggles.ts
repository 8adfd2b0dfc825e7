import { keyWords } from '../flag-key.ts'
import type { Finding } from '../reading.ts'
import { togglesInTables } from '../toggle-table.ts'
import type { Evidence } from './evidence.ts'
import { makeFinding, quoted } from './make-finding.ts'

/** One table of toggles that lists a key twice, in whatever spelling. */
export function duplicateToggles({ plan }: Evidence): Finding[] {
  const tableAt = new Map<number, number>()
  for (const block of plan.blocks) if (block.kind === 'row') tableAt.set(block.line, block.table)
  const first = new Map<string, number>()
  return togglesInTables(plan).flatMap(({ key, line }) => {
    const place = `${tableAt.get(line)} ${keyWords(key)}`
    const before = first.get(place)
    if (before === undefined) first.set(place, line)
    if (before === undefined || before === line) return []
    return [
      makeFinding(
        'duplicate_toggle',
        line,
        [key],
        `The toggle ${quoted(key)} is listed twice, here and on line ${before}. Keep one of them, or name the toggle that was meant.`,
      ),
    ]
  })
}
