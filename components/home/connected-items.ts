import { shortWords } from '../toggles/act-words.ts'
import type { WaitingItem } from './waiting-list.tsx'

interface Outside {
  readonly seq: number
  readonly toggle: string
  readonly environment: string
  readonly from: string
  readonly to: string
  readonly server: string
  readonly at: string
}

/** What others changed on a connected server and nobody has flipped since. */
export function outsideItems(changes: readonly Outside[]): WaitingItem[] {
  return changes.map(({ seq, toggle, environment, from, to, server, at }) => ({
    key: String(seq),
    href: `/toggles/${encodeURIComponent(toggle)}#${environment}`,
    status: 'waiting',
    word: 'Changed outside Rollcall',
    act: `Keep or revert ${shortWords(to)} in ${environment}`,
    about: toggle,
    detail: `${shortWords(from)} → ${shortWords(to)} on ${server}`,
    at,
  }))
}

interface Late {
  readonly toggle: string
  readonly environment: string
  readonly server: string
  readonly since: string
  readonly last_error: string | null
}

/** What has not arrived on a connected server. */
export function lateItems(late: readonly Late[]): WaitingItem[] {
  return late.map(({ toggle, environment, server, since, last_error }) => ({
    key: `${toggle} ${environment}`,
    href: `/toggles/${encodeURIComponent(toggle)}#${environment}`,
    status: 'no-go',
    word: 'Not arrived',
    act: `See why ${server} has not got it`,
    about: `${toggle} in ${environment}`,
    detail: last_error ?? 'not tried yet: is a worker running?',
    at: since,
  }))
}
