import type { Refusal } from '../refusal.ts'
import type { FactData, Target } from './entry.ts'
import { asWords, listed } from './phrases.ts'

const WHY: Readonly<Partial<Record<Refusal['code'], string>>> = {
  forbidden: 'not allowed',
  not_permitted: 'not allowed',
  fresh_sign_in_needed: 'a fresh sign-in was needed',
  checks_not_passed: 'checks not passed',
  launch_not_ready: 'not ready to launch',
  state_changed: 'somebody had changed it meanwhile',
  version_conflict: 'somebody had changed it meanwhile',
  revision_conflict: 'somebody had changed it meanwhile',
  roll_call_closed: 'the roll call was closed',
  roll_call_open: 'a roll call was open',
  no_open_roll_call: 'no roll call was open',
}

/**
 * A refused attempt, as the words that follow the name of who tried: "tried to widen production to
 * 25 % for new_form and was refused: checks not passed (launch decision)".
 */
export function describeRefusal(data: FactData['attempt.refused'], target: Target): string {
  const { tried } = data
  return `tried to ${tried}${whatFor(tried, target)} and was refused: ${refusalWords(data)}`
}

/** Why something was refused: "checks not passed (launch decision)". */
export function refusalWords({
  refusal,
  checks,
}: Pick<FactData['attempt.refused'], 'refusal' | 'checks'>): string {
  const why = isKnown(refusal) ? (WHY[refusal] ?? asWords(refusal)) : asWords(refusal)
  return checks.length === 0 ? why : `${why} (${listed(checks.map(asWords))})`
}

/** What the attempt was about, where its own words do not say it. */
function whatFor(tried: string, { toggle, environment, plan }: Target): string {
  const isUnsaid = (word: string | undefined): boolean =>
    word !== undefined && !tried.includes(word)
  if (toggle === undefined) return isUnsaid(plan) ? ` for ${plan}` : ''
  return `${isUnsaid(toggle) ? ` for ${toggle}` : ''}${isUnsaid(environment) ? ` in ${environment}` : ''}`
}

function isKnown(code: string): code is Refusal['code'] {
  return code in WHY
}
