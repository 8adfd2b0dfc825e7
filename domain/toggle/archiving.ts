/** What stands in the way of archiving a toggle. */
export interface ArchiveObstacles {
  /** Sentences that nobody can confirm away. */
  readonly forbidden: readonly string[]
  /** Sentences that a person must have read and confirmed. */
  readonly toConfirm: readonly string[]
}

interface Standing {
  readonly environment: string
  readonly state: 'off' | 'conditional' | 'on'
  /** The state in words. */
  readonly words: string
}

/**
 * What archiving would do to people: an archived toggle lets nobody in, so where it is not off it
 * takes out whoever is in, which must be confirmed. Where off is the dangerous side that is no way
 * around the checks: such a toggle is turned off first.
 */
export function archiveObstacles(
  environments: readonly Standing[],
  { offIsDangerous }: { readonly offIsDangerous: boolean },
): ArchiveObstacles {
  const open = environments.filter(({ state }) => state !== 'off')
  if (offIsDangerous) {
    const forbidden = open.map(
      ({ environment, words }) =>
        `Off is its dangerous side and it is at ${words} in ${environment}: turn it off there first, which is checked.`,
    )
    return { forbidden, toConfirm: [] }
  }
  const toConfirm = open.map(
    ({ environment, words }) =>
      `It is at ${words} in ${environment}: archiving takes out everybody who is in, wherever code still asks for it.`,
  )
  return { forbidden: [], toConfirm }
}
