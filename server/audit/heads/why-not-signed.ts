import { db } from '../../db.ts'
import { brokenEntry } from '../verify-part.ts'
import type { KeptHead } from './kept-head.ts'

const PART = 10_000

/**
 * Why nobody may put their key under the log as it is now, as a sentence; null when they may. The
 * log must lead from the last signed head to the present: that entry is there with its hash, and
 * every link after it holds.
 */
export async function whyNotSigned(
  last: KeptHead | null,
  present: { readonly seq: number },
): Promise<string | null> {
  if (last !== null) {
    const rows = await db().$queryRaw<{ hash: string }[]>`
      SELECT encode(hash, 'hex') AS hash FROM audit.chain WHERE seq = ${last.size}::bigint`
    const there = rows[0]?.hash
    if (there === undefined) {
      return `The log ends at entry ${present.seq}, before the signed head at entry ${last.size}.`
    }
    if (there !== last.hash) return `Entry ${last.size} is not the one that was signed as the head.`
  }
  for (let from = (last?.size ?? 0) + 1; from <= present.seq; from += PART) {
    const broken = await brokenEntry(from, Math.min(from + PART - 1, present.seq), {
      thorough: false,
    })
    if (broken) return `Entry ${broken.seq} does not hold: ${broken.why}`
  }
  return null
}
