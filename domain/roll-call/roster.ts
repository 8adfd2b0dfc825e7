import type { SectionName } from '../plan/section-name.ts'
import type { Discipline } from './disciplines.ts'
import type { AskedDiscipline } from './disciplines-to-ask.ts'
import type { Policy } from './policy.ts'
import { samePerson } from './same-person.ts'
import type { SectionsNow } from './sections-now.ts'
import type { Said } from './verdict.ts'

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
  readonly verdict: Said
  readonly manner: Manner
  readonly given_by: Speaker
  readonly recorded_by: { readonly id: string; readonly name: string }
  /** In whose place it was said, by a delegation until when; left out when it was the speaker's own. */
  readonly in_place_of?: { readonly name: string; readonly until: string }
  readonly note: string | null
  /** What would turn a no-go into a go; null for every other verdict. */
  readonly would_change: string | null
  readonly revision: number
  /** The hash of each section that the discipline reviews, as signed. */
  readonly section_hashes: Readonly<Partial<Record<SectionName, string>>>
  /** Whether it was said after the round was decided. */
  readonly late: boolean
  /** UTC, RFC 3339. */
  readonly at: string
}

/** `withdrawn`: what it said was taken back, and nothing was said since. */
export type RosterStatus = 'waiting' | 'stale' | Said

/** Where one discipline stands. */
export interface RosterRow {
  readonly discipline: Discipline
  readonly required: boolean
  readonly status: RosterStatus
  /** The reviewed sections that changed after it was said; empty unless stale by an edit. */
  readonly stale_sections: readonly SectionName[]
  /** Why it is stale: a section was edited, or its time ran out; null unless stale. */
  readonly stale_because: 'edited' | 'expired' | null
  /** Whether a launch asks no more of it: a go that stands, or a pass that its policy lets. */
  readonly satisfied: boolean
  /** When what it said stops being good, UTC; null where nothing is said or policy sets no time. */
  readonly good_until: string | null
  /** Everybody whose standing word this is: the newest, and those who said the same just before. */
  readonly spoken_by: readonly Speaker[]
  /** The newest thing said, also when stale; null while waiting. */
  readonly sign_off: SignOff | null
}

/** A round as its roster is made from. */
export interface RosterSource {
  readonly disciplines: readonly AskedDiscipline[]
  readonly signOffs: readonly SignOff[]
  readonly sections: SectionsNow
  readonly policy: Policy
  readonly now: Date
}

/**
 * Where each discipline of a round stands on the plan's present text. The newest ordinal counts. It
 * is stale when a section that the discipline reviews differs from what was signed, or differed at
 * any time since: coming back to the signed words does not bring a verdict back. It is stale, too,
 * once it is older than the policy lets it be; a no-go and what was taken back do not wear out.
 */
export function roster(round: RosterSource): RosterRow[] {
  return round.disciplines.map((asked) => rowOf(round, asked))
}

function rowOf(round: RosterSource, { discipline, required, reviews }: AskedDiscipline): RosterRow {
  const words = round.signOffs
    .filter((said) => said.discipline === discipline)
    .sort((one, other) => other.ordinal - one.ordinal)
  const [said] = words
  if (!said) return waitingRow(discipline, required)
  const changed = reviews.filter((section) => changedSince(said, section, round.sections))
  const isExpired = expired(said, round)
  const stale_because = changed.length > 0 ? 'edited' : isExpired ? 'expired' : null
  return {
    discipline,
    required,
    status: stale_because ? 'stale' : said.verdict,
    stale_sections: changed,
    stale_because,
    satisfied: stale_because === null && satisfies(said.verdict, discipline, round.policy),
    good_until: goodUntil(said, round.policy)?.toISOString() ?? null,
    spoken_by: stale_because ? [] : speakersOf(words, round, reviews),
    sign_off: said,
  }
}

/** The row of a discipline that has said nothing. */
export function waitingRow(discipline: Discipline, required: boolean): RosterRow {
  return {
    discipline,
    required,
    status: 'waiting',
    stale_sections: [],
    stale_because: null,
    satisfied: false,
    good_until: null,
    spoken_by: [],
    sign_off: null,
  }
}

function satisfies(verdict: Said, discipline: Discipline, { rules }: Policy): boolean {
  if (verdict === 'go') return true
  return (verdict === 'abstain' || verdict === 'not_applicable') && rules[discipline][verdict]
}

/** @param words newest first; only those before the discipline last said otherwise are counted. */
function speakersOf(
  words: readonly SignOff[],
  round: RosterSource,
  reviews: readonly SectionName[],
): Speaker[] {
  if (words[0]?.verdict === 'withdrawn') return []
  const speakers: Speaker[] = []
  for (const said of words) {
    if (said.verdict !== words[0]?.verdict) break
    const stands =
      !expired(said, round) &&
      !reviews.some((section) => changedSince(said, section, round.sections))
    const isKnown = speakers.some((one) => samePerson(one, said.given_by))
    if (stands && !isKnown) speakers.push(said.given_by)
  }
  return speakers
}

function changedSince(said: SignOff, section: SectionName, sections: SectionsNow): boolean {
  const now = sections[section]
  return now.since > said.revision || now.hash !== said.section_hashes[section]
}

const DAY_MS = 24 * 60 * 60 * 1000

function goodUntil(said: SignOff, { good_for_days }: Policy): Date | null {
  if (good_for_days === null || said.verdict === 'no_go' || said.verdict === 'withdrawn')
    return null
  return new Date(Date.parse(said.at) + good_for_days * DAY_MS)
}

function expired(said: SignOff, { policy, now }: RosterSource): boolean {
  const end = goodUntil(said, policy)
  return end !== null && end.getTime() <= now.getTime()
}
