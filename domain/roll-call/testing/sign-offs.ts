import { type SectionName, sectionNames } from '../../plan/section-name.ts'
import type { Discipline } from '../disciplines.ts'
import type { RosterRow, SignOff } from '../roster.ts'
import type { Speaker } from '../same-person.ts'
import type { RevisionContent } from '../sections-now.ts'

/** A revision whose sections all mean `same`, but for those that are named. */
export function revision(
  number: number,
  said: Partial<Record<SectionName, string>> = {},
): RevisionContent {
  const hashes = Object.fromEntries(sectionNames.map((name) => [name, 'same']))
  return { number, hashes: { ...hashes, ...said } as Record<SectionName, string> }
}

/** A go by a person of the discipline's own, on revision 1, but for what is named. */
export function signOff(discipline: Discipline, about: Partial<SignOff> = {}): SignOff {
  const speaker: Speaker = { id: `${discipline}-lead`, name: `The ${discipline} lead` }
  return {
    id: `${discipline}-${about.ordinal ?? 1}`,
    discipline,
    ordinal: 1,
    verdict: 'go',
    manner: 'signed',
    given_by: speaker,
    recorded_by: { id: `${discipline}-lead`, name: speaker.name },
    note: null,
    would_change: null,
    late: false,
    revision: 1,
    section_hashes: Object.fromEntries(sectionNames.map((name) => [name, 'same'])),
    at: '2026-11-02T15:00:00.000Z',
    ...about,
  }
}

/**
 * A required discipline that says go, but for what is named; a go, alone, satisfies, and what stands
 * is spoken by whoever said it.
 */
export function row(discipline: Discipline, about: Partial<RosterRow> = {}): RosterRow {
  const { status = 'go', sign_off = signOff(discipline) } = about
  return {
    discipline,
    required: true,
    status,
    stale_sections: [],
    stale_because: status === 'stale' ? 'edited' : null,
    satisfied: status === 'go',
    good_until: null,
    spoken_by: sign_off && status !== 'stale' ? [sign_off.given_by] : [],
    sign_off,
    ...about,
  }
}
