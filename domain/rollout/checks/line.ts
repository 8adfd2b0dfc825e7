import { momentInWords } from '../../audit/moment-words.ts'
import { whoMay } from '../../permissions.ts'
import { type Check, seen } from '../check.ts'

export interface LineFacts {
  /** Who stopped everything, why and since when (ISO 8601); null while the line runs. */
  readonly lineStop: { readonly reason: string; readonly by: string; readonly since: string } | null
}

/** Passes while the line runs; a stopped line always binds, and no override passes it. */
export const lineRuns: Check<LineFacts> = ({ lineStop }) =>
  lineStop === null
    ? seen('stop_the_line', true, 'The line runs.', '')
    : seen(
        'stop_the_line',
        false,
        `${lineStop.by} stopped the line on ${momentInWords(lineStop.since)}: ${lineStop.reason}`,
        `${whoMay('line.release')}, by releasing the line`,
      )
