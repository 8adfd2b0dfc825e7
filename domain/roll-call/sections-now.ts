import type { SectionName } from '../plan/section-name.ts'

/** One revision of a plan by what its sections mean. */
export interface RevisionContent {
  readonly number: number
  readonly hashes: Readonly<Record<SectionName, string>>
}

export interface SectionNow {
  readonly hash: string
  /** The revision from which on the section has meant this without a break. */
  readonly since: number
}

/** What each section means now, and since which revision. */
export type SectionsNow = Readonly<Record<SectionName, SectionNow>>

/**
 * What the sections of the newest revision mean, and since when. `since` is what keeps an old
 * verdict off newer content: a section changed and changed back starts anew, so a comparison of two
 * states alone would bring a void sign-off back to life, and a comparison with `since` does not.
 *
 * @param revisions in rising order without gaps, up to the newest; where it begins later than a
 * sign-off, `since` comes out later too and the sign-off counts as stale, the safe side.
 * @throws RangeError for no revision, or a gap.
 */
export function sectionsNow(revisions: readonly RevisionContent[]): SectionsNow {
  const newest = revisions.at(-1)
  if (!newest) throw new RangeError('a plan has at least one revision')
  for (const [index, { number }] of revisions.entries()) {
    if (number !== newest.number - (revisions.length - 1 - index)) {
      throw new RangeError('revisions must follow each other without a gap')
    }
  }
  const content = (section: SectionName): SectionNow => {
    const hash = newest.hashes[section]
    const changedBefore = revisions.findLastIndex(({ hashes }) => hashes[section] !== hash)
    return { hash, since: revisions[changedBefore + 1]?.number ?? newest.number }
  }
  return {
    toggles: content('toggles'),
    validation: content('validation'),
    staged_rollout: content('staged_rollout'),
    rollback: content('rollback'),
    uat: content('uat'),
    stages: content('stages'),
    contacts: content('contacts'),
    post_launch: content('post_launch'),
  }
}
