import type { Discipline } from './disciplines.ts'
import type { Policy } from './policy.ts'
import type { RosterRow, Speaker } from './roster.ts'

/** A name without what people write differently: case, accents, white space. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/gu, ' ').trim().toLowerCase()
}

/** Whether two speakers are one person: by id where both have one, else by name. */
export function samePerson(one: Speaker, other: Speaker): boolean {
  if (one.id !== null && other.id !== null) return one.id === other.id
  return foldName(one.name) === foldName(other.name)
}

/** One person who spoke for a discipline that stands alone, and for another required one. */
export interface Clash {
  readonly alone: Discipline
  readonly other: Discipline
  readonly name: string
}

/**
 * Where the roster has one person for a discipline that stands alone (the government lead) and for
 * another required one. Each discipline's newest word counts, stale ones too.
 */
export function clashes(policy: Policy, rows: readonly RosterRow[]): Clash[] {
  return policy.standsAlone.flatMap((alone) => {
    const speaker = rows.find(({ discipline }) => discipline === alone)?.sign_off?.given_by
    if (!speaker) return []
    return rows
      .filter((row) => row.required && row.discipline !== alone && row.sign_off !== null)
      .filter((row) => row.sign_off && samePerson(row.sign_off.given_by, speaker))
      .map(({ discipline }) => ({ alone, other: discipline, name: speaker.name }))
  })
}
