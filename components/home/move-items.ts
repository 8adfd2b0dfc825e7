import { shortWords } from '../toggles/act-words.ts'
import type { WaitingItem } from './waiting-list.tsx'

interface Hold {
  readonly id: string
  readonly toggle: string
  readonly environment: string
  readonly guard: string
  readonly said: string
  readonly since: string
}

/** Holds of guards, to be released or acted on. */
export function holdItems(holds: readonly Hold[]): WaitingItem[] {
  return holds.map(({ id, toggle, environment, guard, said, since }) => ({
    key: id,
    href: `/toggles/${encodeURIComponent(toggle)}#${environment}`,
    status: 'no-go',
    word: 'Held',
    act: `Release or roll back ${environment}`,
    about: toggle,
    detail: `the guard “${guard}” holds it: “${said}”`,
    at: since,
  }))
}

interface UnclearSignal {
  readonly guard_id: string
  readonly toggle: string
  readonly environment: string
  readonly guard: string
  readonly said: string
  readonly at: string
}

/** What monitoring said that is neither good nor bad, for a person to look at. */
export function signalItems(signals: readonly UnclearSignal[]): WaitingItem[] {
  return signals.map(({ guard_id, toggle, environment, guard, said, at }) => ({
    key: `asked ${guard_id}`,
    href: `/toggles/${encodeURIComponent(toggle)}#${environment}`,
    status: 'waiting',
    word: 'Unclear',
    act: `Look at ${environment} and decide`,
    about: toggle,
    detail: `the guard “${guard}” could not tell, and changed nothing: “${said}”`,
    at,
  }))
}

interface Schedule {
  readonly id: string
  readonly environment: string
  readonly at: string
  readonly flips: readonly { readonly toggle: string; readonly from: string; readonly to: string }[]
  readonly made_by: string
}

/** What will be flipped by itself, soonest first. */
export function scheduleItems(schedules: readonly Schedule[]): WaitingItem[] {
  return schedules.flatMap(({ id, environment, at, flips, made_by }) => {
    const [first, ...others] = flips
    if (!first) return []
    const more = others.length === 0 ? '' : ` and ${others.length} more`
    return [
      {
        key: id,
        href: `/toggles/${encodeURIComponent(first.toggle)}#${environment}`,
        status: 'neutral',
        word: 'To come',
        act: `${shortWords(first.from)} → ${shortWords(first.to)} in ${environment}`,
        about: `${first.toggle}${more}`,
        detail: `signed by ${made_by}`,
        at,
      },
    ]
  })
}
