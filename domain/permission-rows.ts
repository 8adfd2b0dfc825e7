import type { Role } from './actor.ts'
import { NOT_BY_LIMITED_TOKENS, PERMISSIONS } from './permission-table.ts'
import type { Action } from './permissions.ts'
import type { Rule } from './rights/rule.ts'

/** One right, as a row of the table that people read. */
export interface PermissionRow {
  readonly action: Action
  readonly does: string
  readonly roles: readonly Role[]
  readonly where: Rule['where']
  readonly scopes: readonly string[]
  /** Whether a limited token of theirs does it too. */
  readonly limited: boolean
}

const HEADINGS: readonly (readonly [string, readonly string[]])[] = [
  ['Reading', ['release', 'audit', 'actors']],
  ['Plans', ['plan', 'finding']],
  ['The roll call', ['roll_call', 'sign_off', 'prompt', 'meeting', 'decision']],
  ['Toggles', ['toggle', 'flip', 'override', 'guard']],
  ['The rollout', ['stage', 'check_in', 'freeze', 'line', 'incident', 'checks', 'environment']],
  ['The installation', ['people', 'person', 'token', 'webhook', 'settings']],
]

/** Every right of the permission table, under headings, in the table's order. What no heading names comes last. */
export function permissionRows(): readonly {
  readonly heading: string
  readonly rows: readonly PermissionRow[]
}[] {
  const rows = Object.entries(PERMISSIONS).map(([action, rule]): PermissionRow => {
    const { does, roles, where, scopes }: Rule = rule
    return {
      // Its keys are the actions; Object.entries forgets it.
      action: action as Action,
      does,
      roles,
      where,
      scopes,
      limited: !NOT_BY_LIMITED_TOKENS.has(action),
    }
  })
  const headingOf = ({ action }: PermissionRow) =>
    HEADINGS.find(([, nouns]) => nouns.includes(action.split('.')[0] ?? ''))?.[0] ?? 'Others'
  return [...HEADINGS.map(([heading]) => heading), 'Others']
    .map((heading) => ({ heading, rows: rows.filter((row) => headingOf(row) === heading) }))
    .filter((group) => group.rows.length > 0)
}
