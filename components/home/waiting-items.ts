import { momentInWords } from '../../domain/audit/moment-words.ts'
import { actWords, shortWords } from '../toggles/act-words.ts'
import { checkName } from '../toggles/check-list.tsx'
import { proposalAddress } from '../toggles/kept-draft.ts'
import { stageName } from '../toggles/stage-ticks.ts'
import type { WaitingItem } from './waiting-list.tsx'

interface Plan {
  readonly slug: string
  readonly title: string
}

interface Round {
  readonly plan: Plan
  readonly number: number
  readonly opened_at: string
  readonly needed_by: string | null
  readonly is_overdue: boolean
  readonly to_sign: readonly { readonly discipline: string; readonly is_stale: boolean }[]
  readonly to_record: readonly string[]
  readonly missing: number
  readonly may_decide: boolean
}

/** What an open roll call asks of one person: to sign, to record others' words, to decide. */
export function roundItems(rounds: readonly Round[]): WaitingItem[] {
  return rounds.flatMap((round) => {
    const { plan, number, opened_at: at, to_sign: mine, to_record: others } = round
    const href = `/plans/${plan.slug}/roll-call`
    const shared = { href, about: plan.title, at }
    const items: WaitingItem[] = []
    if (mine.length > 0) {
      const isStale = mine.some(({ is_stale }) => is_stale)
      items.push({
        ...shared,
        key: `sign ${plan.slug}`,
        status: isStale ? 'stale' : 'waiting',
        word: isStale ? 'Stale' : 'Waiting',
        act: `Say go or no-go for ${listed(mine.map(({ discipline }) => discipline))}`,
        detail: `roll call ${number}${isStale ? ': the plan changed since you signed' : ''}${wantedBy(round)}`,
      })
    }
    if (others.length > 0) {
      items.push({
        ...shared,
        key: `record ${plan.slug}`,
        status: 'waiting',
        word: 'Waiting',
        act: `Hear ${counted(others.length, 'discipline')} and record what they say`,
        detail: `roll call ${number}: ${listed(others)}`,
      })
    }
    if (round.may_decide && round.missing === 0) {
      items.push({
        ...shared,
        key: `decide ${plan.slug}`,
        status: 'go',
        word: 'Ready',
        act: 'Decide the launch',
        detail: `roll call ${number}: nothing is missing`,
      })
    }
    return items
  })
}

function wantedBy({ needed_by: date, is_overdue }: Round): string {
  if (date === null) return ''
  return `; ${is_overdue ? 'overdue since' : 'wanted by'} ${momentInWords(date)}`
}

interface DueCheckIn {
  readonly plan: Plan
  readonly which: 'one_week' | 'one_month'
  readonly state: 'due' | 'overdue'
  readonly due_on: string
}

/** Looks back whose day has come. */
export function checkInItems(checkIns: readonly DueCheckIn[]): WaitingItem[] {
  return checkIns.map(({ plan, which, state, due_on }) => ({
    key: `check-in ${plan.slug} ${which}`,
    href: `/plans/${plan.slug}/stages`,
    status: state === 'due' ? 'waiting' : 'no-go',
    word: state === 'due' ? 'Due' : 'Overdue',
    act: `Record the ${which === 'one_week' ? 'one-week' : 'one-month'} check-in`,
    about: plan.title,
    detail: state === 'due' ? 'due today' : `overdue since ${due_on}`,
  }))
}

interface Rollout {
  readonly toggle: string
  readonly environment: string
  readonly now: string
  readonly next: string
  readonly stage: { readonly value: number; readonly label: string } | null
  readonly plan: Plan
  readonly since: string
  readonly held_by: readonly string[]
  readonly rolled_back: string | null
}

/** The next step of each rollout: those that can be taken first, then those that are held. */
export function rolloutItems(rollouts: readonly Rollout[]): WaitingItem[] {
  const ordered = [
    ...rollouts.filter(({ held_by }) => held_by.length === 0),
    ...rollouts.filter(({ held_by }) => held_by.length > 0),
  ]
  return ordered.map((rollout) => {
    const { toggle, environment, now, next, stage, since, held_by: held, rolled_back } = rollout
    const standing = `${stage === null ? 'the last step' : stageName(stage.label)}, at ${shortWords(now)} now`
    return {
      key: `${toggle} ${environment}`,
      href: proposalAddress(toggle, environment, stage?.value ?? null),
      ...rolloutMark(rollout),
      act: actWords('widens', environment, next),
      about: toggle,
      detail: [
        standing,
        ...(held.length === 0 ? [] : [`held by ${listed(held.map(checkWords))}`]),
        ...(rolled_back === null ? [] : [`rolled back: “${rolled_back}”`]),
      ].join('; '),
      at: since,
    }
  })
}

function rolloutMark({ held_by, rolled_back }: Rollout): Pick<WaitingItem, 'status' | 'word'> {
  if (held_by.length > 0) return { status: 'no-go', word: 'Held' }
  if (rolled_back !== null) return { status: 'waiting', word: 'Rolled back' }
  return { status: 'go', word: 'Ready' }
}

interface Override {
  readonly id: string
  readonly toggle: string
  readonly environment: string
  readonly made_by: string
  readonly at: string
  readonly checks: readonly string[]
  readonly reason: string
  readonly may_review: boolean
  readonly follow_up: { readonly by: string; readonly note: string } | null
}

/** The open overrides: those that this person, as the second one, can review, and those that others can. */
export function overrideItems(overrides: readonly Override[]): WaitingItem[] {
  return overrides.map(({ id, toggle, environment, made_by, at, checks, reason, ...override }) => ({
    key: id,
    href: `/toggles/${encodeURIComponent(toggle)}#override-${id}`,
    status: 'no-go',
    word: 'Open',
    act: override.may_review
      ? `${override.follow_up ? 'Close' : 'Review'} the override in ${environment}`
      : `See the override in ${environment}`,
    about: toggle,
    detail: `${made_by} passed over ${listed(checks.map(checkWords))}: “${reason}”${override.follow_up ? `; to follow: “${override.follow_up.note}”` : ''}`,
    at,
  }))
}

interface Gap extends Plan {
  readonly unanswered: number
  readonly findings: number
  readonly ready_for_roll_call: boolean
  readonly no_longer_current: readonly string[]
}

/** What each plan lacks before its roll call, and those whose roll can be called. */
export function planItems(gaps: readonly Gap[]): WaitingItem[] {
  return gaps.map((gap) => {
    const shared = { key: gap.slug, href: `/plans/${gap.slug}`, about: gap.title }
    const { no_longer_current: stale } = gap
    if (stale.length > 0) {
      return {
        ...shared,
        status: 'stale',
        word: 'Stale',
        act: 'Call the roll again',
        detail: `launched, and the plan changed since ${listed(stale)} signed`,
      }
    }
    if (gap.ready_for_roll_call) {
      return {
        ...shared,
        status: 'go',
        word: 'Ready',
        act: 'Call the roll',
        detail: 'all answered',
      }
    }
    const acts = [
      ...(gap.findings > 0 ? [`look at ${counted(gap.findings, 'finding')}`] : []),
      ...(gap.unanswered > 0 ? [`answer ${counted(gap.unanswered, 'prompt')}`] : []),
    ]
    const act = listed(acts)
    return {
      ...shared,
      status: 'waiting',
      word: 'Waiting',
      act: act.charAt(0).toUpperCase() + act.slice(1),
    }
  })
}

function checkWords(code: string): string {
  return checkName(code).toLowerCase()
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`
}
