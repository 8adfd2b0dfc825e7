import type { Draft } from './draft.ts'
import type { EnvironmentView } from './toggle-view.ts'

/** What somebody was about to send when they had to leave the page. */
export type KeptDraft = {
  readonly draft: Draft
  /** What stood when the draft was begun. */
  readonly base: EnvironmentView
  readonly reason: string
}

const nameOf = (toggle: string, environment: string) => `draft of ${toggle} in ${environment}`

/** Keeps a draft in this tab while its owner proves again who they are. */
export function keepDraft(toggle: string, environment: string, kept: KeptDraft): void {
  window.sessionStorage.setItem(nameOf(toggle, environment), JSON.stringify(kept))
}

/** The draft that was kept, once; null when there is none. */
export function takeDraft(toggle: string, environment: string): KeptDraft | null {
  const name = nameOf(toggle, environment)
  const text = window.sessionStorage.getItem(name)
  if (text === null) return null
  window.sessionStorage.removeItem(name)
  return JSON.parse(text)
}

/**
 * The draft that an address asks for: `propose=production:25`, `production:on`, `production:off`.
 * Null when it asks for none in this environment, or for nothing that a percentage can be.
 */
export function draftFromAddress(
  propose: string | null,
  environment: string,
  actors: readonly string[],
): Draft | null {
  const [, where, what = ''] = /^(.+):(on|off|\d{1,3}(?:\.\d{1,3})?)$/.exec(propose ?? '') ?? []
  if (where !== environment) return null
  if (what === 'on' || what === 'off') return { kind: what }
  const percentage = Number(what)
  return percentage <= 100 ? { kind: 'gates', percentage, actors } : null
}

/** The address of a toggle's page with a proposal open: nothing is changed by following it. */
export function proposalAddress(
  toggle: string,
  environment: string,
  percentage: number | null,
): string {
  const search = new URLSearchParams({ propose: `${environment}:${percentage ?? 'on'}` })
  return `/toggles/${encodeURIComponent(toggle)}?${search}#${environment}`
}
