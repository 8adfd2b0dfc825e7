import { noSoakWords, readSoak, soakWords } from './soak.ts'
import { soakEnds } from './soak-ends.ts'
import { pausedUntil, type StageRun } from './stage-run.ts'

/** Where the soak clock of a run stands. */
export interface SoakStanding {
  /** "2 business days"; null where the plan gives no time. */
  readonly words: string | null
  /** Why there is no clock; null where there is one. */
  readonly note: string | null
  /** When it is over; null without a clock, and while it stands still because the run is paused. */
  readonly endsAt: Date | null
  /** Whether it is over, or there is nothing to wait for, or it was waived. */
  readonly over: boolean
  readonly waived: boolean
}

/**
 * Where the soak clock of a run stands at a moment.
 *
 * @param text the soak as the plan writes it.
 */
export function soakStanding(
  text: string | null,
  run: Pick<StageRun, 'startedAt' | 'pausedAt' | 'pausedMs' | 'waived'>,
  now: Date,
): SoakStanding {
  const soak = readSoak(text)
  const ends = soakEnds(soak, run.startedAt, pausedUntil(run, now))
  const waived = run.waived.some(({ what }) => what === 'soak')
  return {
    words: soakWords(soak),
    note: noSoakWords(soak, text),
    endsAt: run.pausedAt === null ? ends : null,
    over: waived || ends === null || (run.pausedAt === null && ends <= now),
    waived,
  }
}
