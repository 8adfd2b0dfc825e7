import { listed } from '../../domain/audit/phrases.ts'
import { sortWords } from './sort-words.ts'

/** A webhook as these components show it. */
export interface WebhookView {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly format: 'standard' | 'slack'
  readonly kinds: readonly string[]
  readonly environments: readonly string[]
  readonly enabled: boolean
  readonly keeper: string
  readonly made_at: string
  readonly waiting: number
  readonly failing_since: string | null
  readonly next_attempt_at: string | null
  readonly delivered_at: string | null
}

interface Choice {
  readonly value: string
  readonly label: string
}

/** What there is to choose from: sorts of entries ("toggle"), keys of environments, with their words. */
export interface WebhookChoices {
  readonly sorts: readonly Choice[]
  readonly environments: readonly Choice[]
}

/** What a webhook sends, as a sentence without its full stop. */
export function sendsWords({ kinds, environments, format }: Omit<WebhookView, 'id'>): string {
  const what = kinds.length === 0 ? 'Every entry' : listed(kinds.map(sortWords))
  const where = environments.length === 0 ? '' : `, in ${listed(environments)}`
  const how = format === 'slack' ? ', as messages for Slack' : ', as signed JSON'
  return `${what}${where}${how}`
}

/** Whether the next message goes out by itself within a moment: nothing failed that is waited after. */
export function isSending({ enabled, waiting, next_attempt_at: next }: WebhookView): boolean {
  return enabled && waiting > 0 && next === null
}
