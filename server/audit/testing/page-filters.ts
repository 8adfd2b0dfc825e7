import type { EntryFilter } from '../entry-filter.ts'

/** Somebody who acts now and then in a long log. */
export interface Somebody {
  readonly id: string
  /** A part of their name that nobody else has. */
  readonly calledLike: string
}

/** One filter of each kind, common and rare, and some together; as they are asked of a long log. */
export function pageFilters({
  id,
  calledLike,
}: Somebody): readonly (readonly [string, EntryFilter])[] {
  return [
    ['everything', {}],
    ['a toggle', { toggle: 'toggle_7' }],
    ['an environment', { environment: 'production' }],
    ['a plan', { plan: 'new-intake' }],
    ['a person', { actor: id }],
    ['a person by name', { actor: calledLike }],
    ['a person whom nobody knows', { actor: 'Nobody' }],
    ['a frequent action', { action: 'toggle.widened' }],
    ['a rare action', { action: 'plan.edited' }],
    ['a kind of action', { action: 'toggle' }],
    ['an action that nobody did', { action: 'toggle.painted' }],
    ['refused attempts', { outcome: 'denied' }],
    ['what was allowed', { outcome: 'allowed' }],
    ['a word said often', { q: 'stage' }],
    ['a word said rarely', { q: 'zebra' }],
    ['a word said never', { q: 'okapi' }],
    ['a rare action in one environment', { action: 'attempt', environment: 'production' }],
    [
      'a person’s refused attempts on a toggle',
      { actor: id, outcome: 'denied', toggle: 'toggle_7' },
    ],
    ['the last hour', { last: 'hour' }],
    ['the last week of a toggle', { last: 'week', toggle: 'toggle_7' }],
  ]
}
