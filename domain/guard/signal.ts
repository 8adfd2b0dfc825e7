/** What a tool says: something is wrong, it is over, or it cannot tell. */
export type Told = 'firing' | 'resolved' | 'unclear'

/** One telling of a monitoring tool, as a guard understands it. */
export interface Signal {
  readonly told: Told
  /** The tool's own words for it: one line, for people. */
  readonly said: string
  /** The same for the same telling sent again; different for any other. */
  readonly identity: string
  /** When the tool says it was told; null where it says nothing that can be trusted. */
  readonly at: Date | null
  /** Sent by the tool's own test button: proves the way, means nothing. */
  readonly isTest: boolean
}

/** How old a telling may be, in milliseconds, where the tool says when it was. */
const WINDOW_MS = 15 * 60_000

/** Whether a signal is of now: an old one may be a copy of what was sent once. */
export function isTimely({ at }: Signal, now: Date): boolean {
  return at === null || Math.abs(now.getTime() - at.getTime()) <= WINDOW_MS
}

/** What a guard does about a signal: act, rehearse in a dry run, leave it, or ask a person. */
export function guardDecision(
  { isDryRun }: { readonly isDryRun: boolean },
  { told, isTest }: Pick<Signal, 'told' | 'isTest'>,
): 'act' | 'rehearse' | 'ignore' | 'ask' {
  if (isTest || told === 'resolved') return 'ignore'
  if (told === 'unclear') return 'ask'
  return isDryRun ? 'rehearse' : 'act'
}

/** A tool's words as one line of at most 200 characters; "no words" when it has none. */
export function oneLine(text: unknown): string {
  const words = typeof text === 'string' ? text : ''
  const line = words
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  if (line === '') return 'no words'
  return line.length > 200 ? `${line.slice(0, 199).toWellFormed()}…` : line
}
