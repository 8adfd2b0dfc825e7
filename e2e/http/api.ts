import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { root } from '../../bin/test-run/source-files.ts'
import { tokenOf } from '../fixtures/start-product.ts'

/** What an API answered: its status, headers, text, and the members of its JSON by path. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  /** A member by its path, "plan.slug" or "checks.0.check"; undefined where there is none. */
  readonly at: (path: string) => unknown
}

interface Call {
  readonly body?: unknown
  readonly raw?: string | Uint8Array
  readonly headers?: Record<string, string>
}

/** Who asks: a demo person's key, the administrator, or nobody. */
export type Who = string | null

const { web, home } = inject('product')

function tokenFor(who: string): string {
  if (who === 'administrator') return readFileSync(join(home, 'demo-api-token'), 'utf8').trim()
  return tokenOf(inject('product'), who)
}

/** Calls the management API as somebody of the demo. */
export async function call(
  who: Who,
  method: string,
  path: string,
  given: Call = {},
): Promise<Answer> {
  const headers = new Headers(given.headers)
  if (who !== null) headers.set('authorization', `Bearer ${tokenFor(who)}`)
  if (given.body !== undefined) headers.set('content-type', 'application/json')
  const body = given.raw ?? (given.body === undefined ? null : JSON.stringify(given.body))
  const payload = typeof body === 'string' || body === null ? body : new Uint8Array(body)
  const response = await fetch(`${web}/api/v1${path}`, { method, headers, body: payload })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, at: (at) => member(text, at) }
}

function member(text: string, path: string): unknown {
  let value: unknown = JSON.parse(text)
  for (const key of path.split('.').filter(Boolean)) value = Object(value)[key]
  return value
}

/** The text of one of our own plans, with a key of its own so that tests do not meet. */
export function planText(key: string): string {
  const path = join(root, 'e2e/fixtures/plans/appointment-reminders.md')
  return readFileSync(path, 'utf8').replaceAll('appointment_reminders', key)
}

/** Imports a plan, about something of its own if so named, and registers its toggle; gives its slug. */
export async function importPlan(key: string, about = 'appointment reminders'): Promise<string> {
  const answer = await call('program_manager', 'POST', `/release-plans/import?register=${key}`, {
    raw: planText(key).replaceAll('appointment reminders', about),
    headers: { 'content-type': 'text/markdown' },
  })
  if (answer.status !== 201) throw new Error(answer.text)
  return String(answer.at('plan.slug'))
}

const SPEAKERS = {
  product: 'program_manager',
  design: 'design',
  frontend: 'frontend',
  backend: 'backend',
  qa: 'qa',
  accessibility: 'accessibility',
  government_lead: 'government_lead',
} as const

/** Opens a round in which everybody says go, and decides to launch. */
export async function launch(slug: string): Promise<void> {
  const plan = `/release-plans/${slug}`
  const opened = await call('program_manager', 'POST', `${plan}/roll-calls`)
  for (const [discipline, who] of Object.entries(SPEAKERS)) {
    await call(who, 'PUT', `${plan}/sign-offs/${discipline}`, { body: { verdict: 'go' } })
  }
  const decision = `${plan}/roll-calls/${opened.at('id')}/decision`
  const decided = await call('program_manager', 'POST', decision, { body: { decision: 'launch' } })
  if (decided.status !== 200) throw new Error(decided.text)
}
