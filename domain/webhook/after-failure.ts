/** How one attempt to deliver failed. */
export interface FailedAttempt {
  /** Which attempt of this message it was, from 1. */
  readonly attempt: number
  /** The status that the receiver answered with; null when it did not answer. */
  readonly answer: number | null
  /** How long nothing has been taken by this receiver any more, in milliseconds. */
  readonly failingForMs: number
  /** How long the receiver asks to be left alone, in milliseconds; null when it did not say. */
  readonly retryAfterMs: number | null
}

/** What becomes of a message that was not taken, and of those that wait behind it. */
export type AfterFailure =
  | { readonly do: 'retry'; readonly inMs: number }
  /** This message alone is given up: the receiver will never take it. */
  | { readonly do: 'give_up' }
  /** The webhook is switched off: the receiver is gone, or has been failing for too long. */
  | { readonly do: 'disable'; readonly because: 'gone' | 'failing' }

const SECOND_MS = 1000
const HOUR_MS = 3600 * SECOND_MS

/** How long a receiver may fail before its webhook is switched off. */
export const FAILS_AT_MOST_MS = 3 * 24 * HOUR_MS

const FIRST_WAIT_MS = 5 * SECOND_MS
const LONGEST_WAIT_MS = HOUR_MS

/** Attempts at a message that the receiver calls wrong, before it is let be: some minutes. */
const ATTEMPTS_AT_A_BAD_MESSAGE = 6

/** Answers that speak of this one message: what waits behind it may still be taken. */
const OF_THE_MESSAGE: ReadonlySet<number> = new Set([400, 406, 409, 411, 413, 415, 422, 431])

/**
 * What to do after a failed attempt: waits double from five seconds to an hour, longer when the
 * receiver asks for it; a message that it calls wrong is given up after six attempts, so that it
 * does not hold up the others; 410 or three days of failing switch the webhook off.
 */
export function afterFailure({
  attempt,
  answer,
  failingForMs,
  retryAfterMs,
}: FailedAttempt): AfterFailure {
  if (answer === 410) return { do: 'disable', because: 'gone' }
  if (failingForMs >= FAILS_AT_MOST_MS) return { do: 'disable', because: 'failing' }
  const isBad = answer !== null && OF_THE_MESSAGE.has(answer)
  if (isBad && attempt >= ATTEMPTS_AT_A_BAD_MESSAGE) return { do: 'give_up' }
  const wait = FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 20)
  const asked = retryAfterMs ?? 0
  return { do: 'retry', inMs: Math.min(Math.max(wait, asked), LONGEST_WAIT_MS) }
}
