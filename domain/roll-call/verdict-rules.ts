import type { Refusal } from '../refusal.ts'
import { type Discipline, disciplineName } from './disciplines.ts'
import type { Policy } from './policy.ts'
import type { SignOffInput } from './sign-off-input.ts'

/**
 * Why a verdict may not be given as it is, null when it may: everything but a go needs its reason,
 * what would change belongs to a no-go, and a discipline passes only where its policy lets it.
 */
export function whyNotSaid({
  discipline,
  input,
  policy,
}: {
  readonly discipline: Discipline
  readonly input: SignOffInput
  readonly policy: Policy
}): Refusal | null {
  const { verdict, note, would_change } = input
  if (verdict === 'no_go' && !note) return invalid('note', 'A no-go needs its reason.')
  if (would_change && verdict !== 'no_go') {
    return invalid('would_change', 'belongs to a no-go: it says what would turn it.')
  }
  if (verdict === 'go' || verdict === 'no_go') return null
  if (!policy.rules[discipline][verdict]) {
    const pass = verdict === 'abstain' ? 'abstain' : 'say that it is not concerned'
    return {
      code: 'not_permitted',
      detail: `By the team's policy ${disciplineName(discipline)} may not ${pass}: it says go or no-go.`,
    }
  }
  if (note) return null
  return invalid(
    'note',
    verdict === 'abstain' ? 'Abstaining needs its reason.' : 'Not applicable needs its reason.',
  )
}

function invalid(path: string, message: string): Refusal {
  return { code: 'invalid', errors: [{ path, message }] }
}
