import { momentInWords } from '../../audit/moment-words.ts'
import { type Check, seen } from '../check.ts'

export interface FreezeFacts {
  /** What stands over this toggle's team and environment now; of several, the last to end. */
  readonly freeze: {
    readonly reason: string
    /** When its window ends, ISO 8601. */
    readonly until: string
    /** False as soon as one of those that stand says so. */
    readonly overrideAllowed: boolean
    /** How it comes again, in words; null for one that does not. */
    readonly comesAgain: string | null
  } | null
}

/** Passes while no freeze stands; a freeze always binds. */
export const noFreeze: Check<FreezeFacts> = ({ freeze }) => {
  if (freeze === null) return seen('freeze', true, 'No freeze stands over this environment.', '')
  const again = freeze.comesAgain === null ? '' : ` (${freeze.comesAgain})`
  const barred = freeze.overrideAllowed ? '' : ' No override passes it.'
  return seen(
    'freeze',
    false,
    `A freeze stands until ${momentInWords(freeze.until)}${again}: ${freeze.reason}${barred}`,
    'whoever set the freeze, by lifting it',
  )
}
