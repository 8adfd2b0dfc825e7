import { momentOf, wallClock } from '../../domain/rollout/wall-clock.ts'
import type { FreezeView } from './freeze-view.ts'

/** A freeze as its form holds it: times on the wall clock of a zone, as datetime-local fields have them. */
export interface FreezeDraft {
  readonly from: string
  readonly to: string
  readonly zone: string
  readonly again: 'once' | 'daily' | 'weekly' | 'fortnightly' | 'monthly' | 'own'
  /** The rule itself, for `own`. */
  readonly rule: string
  /** The last day, empty for no end. */
  readonly until: string
  readonly environments: readonly string[]
  readonly team: string
  readonly overrideAllowed: boolean
  readonly reason: string
}

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** An empty form, for somebody in a zone. */
export function emptyDraft(zone: string): FreezeDraft {
  return {
    from: '',
    to: '',
    zone,
    again: 'once',
    rule: '',
    until: '',
    environments: [],
    team: '',
    overrideAllowed: true,
    reason: '',
  }
}

/** The form of a freeze that is there. */
export function draftOf(freeze: FreezeView): FreezeDraft {
  const zone = freeze.recurrence?.time_zone ?? 'UTC'
  const shown = (moment: string) => wallClock(new Date(moment), zone).toISOString().slice(0, 16)
  return {
    ...emptyDraft(zone),
    from: shown(freeze.starts_at),
    to: shown(freeze.ends_at),
    again: freeze.recurrence ? 'own' : 'once',
    rule: freeze.recurrence?.rule ?? '',
    environments: freeze.environments,
    team: freeze.team ?? '',
    overrideAllowed: freeze.override_allowed,
    reason: freeze.reason,
  }
}

/** What the API takes of a form. @throws RangeError for a zone that is none, or no moment. */
export function bodyOf(draft: FreezeDraft) {
  const moment = (wall: string, twice: 'first' | 'last') =>
    momentOf(new Date(`${wall}:00Z`), draft.zone, twice).toISOString()
  const rule = ruleOf(draft)
  return {
    starts_at: moment(draft.from, 'first'),
    ends_at: moment(draft.to, 'last'),
    reason: draft.reason.trim(),
    environments: draft.environments,
    team: draft.team === '' ? null : draft.team,
    recurrence: rule === null ? null : { rule, time_zone: draft.zone },
    override_allowed: draft.overrideAllowed,
  }
}

function ruleOf({ again, rule, from, until }: FreezeDraft): string | null {
  const day = new Date(`${from}:00Z`).getUTCDay()
  const rules = {
    once: null,
    daily: 'FREQ=DAILY',
    weekly: `FREQ=WEEKLY;BYDAY=${DAYS[day]}`,
    fortnightly: `FREQ=WEEKLY;INTERVAL=2;BYDAY=${DAYS[day]}`,
    monthly: 'FREQ=MONTHLY',
    own: rule.trim(),
  }
  const chosen = rules[again]
  if (chosen === null || until === '') return chosen
  return `${chosen};UNTIL=${until.replaceAll('-', '')}`
}
