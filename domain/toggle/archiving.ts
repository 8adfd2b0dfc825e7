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

/** That somebody asked evaluation for the toggle by its key. */
interface Asked {
  readonly environment: string
  /** The name of the token; null for nobody in particular. */
  readonly by: string | null
  /** How long ago, in milliseconds. */
  readonly agoMs: number
}

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Code that asked for a toggle within so many days still asks for it, as far as one can tell. */
const ASKED_LATELY_MS = 7 * DAY_MS

/**
 * What archiving would do to people: an archived toggle lets nobody in, so where it is not off it
 * takes out whoever is in, which must be confirmed. Where off is the dangerous side that is no way
 * around the checks: such a toggle is turned off first. What code asked for lately by its key it still
 * asks for; being read together with every other toggle tells nothing.
 */
export function archiveObstacles(
  environments: readonly Standing[],
  { offIsDangerous }: { readonly offIsDangerous: boolean },
  asked: readonly Asked[],
): ArchiveObstacles {
  const stillAsked = asked
    .filter(({ agoMs }) => agoMs < ASKED_LATELY_MS)
    .map(
      ({ environment, by, agoMs }) =>
        `${by === null ? 'Somebody without a token' : `“${by}”`} asked for it in ${environment} ${agoInWords(agoMs)}: the code still reads it.`,
    )
  const open = environments.filter(({ state }) => state !== 'off')
  if (offIsDangerous) {
    const forbidden = open.map(
      ({ environment, words }) =>
        `Off is its dangerous side and it is at ${words} in ${environment}: turn it off there first, which is checked.`,
    )
    return { forbidden, toConfirm: stillAsked }
  }
  const toConfirm = open.map(
    ({ environment, words }) =>
      `It is at ${words} in ${environment}: archiving takes out everybody who is in, wherever code still asks for it.`,
  )
  return { forbidden: [], toConfirm: [...toConfirm, ...stillAsked] }
}

function agoInWords(agoMs: number): string {
  const [unit, one] =
    agoMs < HOUR_MS ? [MINUTE_MS, 'minute'] : agoMs < DAY_MS ? [HOUR_MS, 'hour'] : [DAY_MS, 'day']
  const count = Math.floor(agoMs / unit)
  return count === 0 ? 'within the last minute' : `${count} ${one}${count === 1 ? '' : 's'} ago`
}
