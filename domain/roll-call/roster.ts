import type { SectionName } from '../plan/section-name.ts'
import type { Discipline } from './disciplines.ts'
import type { AskedDiscipline } from './policy.ts'
import type { SectionsNow } from './sections-now.ts'

/** What a discipline can say. */
export type Verdict = 'go' | 'no_go'

/** How it was said: under one's own sign-in, or recorded for a named person. */
export type Manner = 'signed' | 'recorded'

/** A person who spoke; without an id when known by name alone, from the plan's contacts. */
export interface Speaker {
  readonly id: string | null
  readonly name: string
}

/** One thing said in a round, as it is kept. */
export interface SignOff {
  readonly id: string
  readonly discipline: Discipline
  /** Rises by one with each thing that the discipline says in the round. */
  readonly ordinal: number
  readonly verdict: Verdict
  readonly manner: Manner
  readonly given_by: Speaker
  readonly recorded_by: { readonly id: string; readonly name: string }
  readonly note: string | null
  readonly revision: number
  /** The hash of each section that the discipline reviews, as signed. */
  readonly section_hashes: Readonly<Partial<Record<SectionName, string>>>
  /** UTC, RFC 3339. */
  readonly at: string
}

export type RosterStatus = 'waiting' | 'go' | 'no_go' | 'stale'

/** Where one discipline stands. */
export interface RosterRow {
  readonly discipline: Discipline
  readonly required: boolean
  readonly status: RosterStatus
  /** The reviewed sections that changed after it was said; empty unless stale. */
  readonly stale_sections: readonly SectionName[]
  /** The newest thing said, also when stale; null while waiting. */
  readonly sign_off: SignOff | null
}

/**
 * Where each discipline of a round stands on the plan's present text. The newest ordinal counts. It
 * is stale when a section that the discipline reviews differs from what was signed, or differed at
 * any time since: coming back to the signed words does not bring a verdict back.
 */
export function roster(round: {
  readonly disciplines: readonly AskedDiscipline[]
  readonly signOffs: readonly SignOff[]
  readonly sections: SectionsNow
}): RosterRow[] {
  return round.disciplines.map(({ discipline, required, reviews }) => {
    const said = newestOf(round.signOffs, discipline)
    if (!said)
      return { discipline, required, status: 'waiting', stale_sections: [], sign_off: null }
    const changed = reviews.filter((section) => changedSince(said, section, round.sections))
    const status = changed.length > 0 ? 'stale' : said.verdict
    return { discipline, required, status, stale_sections: changed, sign_off: said }
  })
}

function newestOf(signOffs: readonly SignOff[], discipline: Discipline): SignOff | null {
  let newest: SignOff | null = null
  for (const signOff of signOffs) {
    if (signOff.discipline !== discipline) continue
    if (newest === null || signOff.ordinal > newest.ordinal) newest = signOff
  }
  return newest
}

function changedSince(said: SignOff, section: SectionName, sections: SectionsNow): boolean {
  const now = sections[section]
  return now.since > said.revision || now.hash !== said.section_hashes[section]
}
