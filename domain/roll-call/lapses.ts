import { momentInWords } from '../audit/moment-words.ts'
import { assignSpeakers } from './assign-speakers.ts'
import { type Discipline, disciplineName } from './disciplines.ts'
import { type Policy, spoken } from './policy.ts'
import type { RosterRow } from './roster.ts'
import { sectionsInWords } from './sections-in-words.ts'

/** A required discipline on which a decision no longer rests. */
export interface Lapse {
  readonly discipline: Discipline
  /** `objected`: it says no-go or took its word back. `short`: its speaker is needed elsewhere. */
  readonly because: 'edited' | 'expired' | 'objected' | 'silent' | 'short'
  /** A sentence: who, what and why. */
  readonly detail: string
  /** The number of the round in which it was said. */
  readonly roll_call: number
  /** When it was said, for what was objected; UTC, RFC 3339. */
  readonly at: string | null
}

interface Called {
  readonly number: number
  readonly roster: readonly RosterRow[]
}

/**
 * What a decided round no longer rests on: its required disciplines whose word is not satisfied any
 * more, each with its reason, and those that say no-go or took their word back in a round that is
 * open since; nothing else that is said there counts until it is decided. (Product rules 2 and 3.)
 */
export function lapses(decided: Called, open: Called | null, policy: Policy): Lapse[] {
  const needed = decided.roster.filter(({ required }) => required)
  const own = needed
    .filter(({ satisfied }) => !satisfied)
    .map((row) => lapseOf(row, decided.number))
  const short = assignSpeakers(
    needed.filter(({ satisfied }) => satisfied),
    policy.stands_alone,
  ).short.map(
    ({ discipline, name, needed_for }): Lapse => ({
      discipline,
      because: 'short',
      detail: `${disciplineName(discipline)} rests on ${name} alone, who is counted for ${spoken(disciplineName(needed_for))}.`,
      roll_call: decided.number,
      at: null,
    }),
  )
  const since = (open?.roster ?? [])
    .filter(({ required, status }) => required && (status === 'no_go' || status === 'withdrawn'))
    .filter(({ discipline }) => !own.some((one) => one.discipline === discipline))
    .map((row) => lapseOf(row, open?.number ?? decided.number))
  return [...own, ...short, ...since]
}

function lapseOf(row: RosterRow, roll_call: number): Lapse {
  const { discipline, sign_off, status } = row
  const name = disciplineName(discipline)
  const lapse = (because: Lapse['because'], detail: string, at: string | null = null): Lapse => ({
    discipline,
    because,
    detail,
    roll_call,
    at,
  })
  if (!sign_off) return lapse('silent', `${name} has not spoken in roll call ${roll_call}.`)
  const who = sign_off.given_by.name
  if (status === 'no_go' || status === 'withdrawn') {
    const what = status === 'no_go' ? 'says no-go' : 'took its word back'
    const why = sign_off.note ? `: ${sign_off.note}` : '.'
    return lapse(
      'objected',
      `${name} ${what} in roll call ${roll_call} (${who}, ${momentInWords(sign_off.at)})${why}`,
      sign_off.at,
    )
  }
  if (row.stale_because === 'expired') {
    const end = row.good_until === null ? '' : ` on ${momentInWords(row.good_until)}`
    return lapse('expired', `${name}'s word (${who}) stopped being good${end}.`)
  }
  return lapse(
    'edited',
    `${name} (${who}) signed before ${sectionsInWords(row.stale_sections)} changed.`,
  )
}
