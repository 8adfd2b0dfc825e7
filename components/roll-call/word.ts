import type { Discipline } from '../../domain/roll-call/disciplines.ts'
import type { Said } from '../../domain/roll-call/verdict.ts'

/** A word that somebody is about to give, or to record for somebody. */
export interface Word {
  readonly discipline: Discipline
  readonly verdict: Said
  /** Whose word is recorded; null when it is one's own. */
  readonly givenBy: string | null
  /** The revision that stood on the page when it was begun. */
  readonly revision: number
}

/** The same with what was written beside it. */
export interface GivenWord extends Word {
  readonly note: string
  readonly wouldChange: string
}

/** Each verdict as its button says it, the key that begins it, and how it is said aloud. */
export const VERDICT_WORDS: Record<Said, { label: string; key: string; spoken: string }> = {
  go: { label: 'Go', key: 'g', spoken: 'go' },
  no_go: { label: 'No-go', key: 'n', spoken: 'no-go' },
  abstain: { label: 'Abstain', key: 'a', spoken: 'abstain' },
  not_applicable: { label: 'Not applicable', key: 'x', spoken: 'not applicable' },
  withdrawn: { label: 'Take back', key: 'b', spoken: 'taken back' },
}

/** What a word does, as its button names it: "Sign go for QA", "Record abstain for QA". */
export function wordTitle({ verdict, givenBy }: Word, name: string): string {
  if (verdict === 'withdrawn') return `Take back what ${name} said`
  return `${givenBy === null ? 'Sign' : 'Record'} ${VERDICT_WORDS[verdict].spoken} for ${name}`
}
