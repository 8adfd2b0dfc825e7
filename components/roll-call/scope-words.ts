import { momentInWords } from '../../domain/audit/moment-words.ts'
import type { LaunchScope } from '../../domain/roll-call/launch-scope.ts'

/** What a launch allows, in words: "in production, up to 25 %, until 31 January 2027, 09:00 UTC". */
export function scopeWords({ environment, up_to: reach, until }: LaunchScope): string {
  const share = reach === 'full' ? 'all the way on' : `up to ${reach.percentage} %`
  return [`in ${environment}`, share, until && `until ${momentInWords(until)}`]
    .filter(Boolean)
    .join(', ')
}
