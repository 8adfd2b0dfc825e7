import { asWords } from '../../domain/audit/phrases.ts'

/** What entries of a sort are about, where the sort's own name does not say it. */
const WORDS: Readonly<Record<string, string>> = {
  attempt: 'Refused attempts',
  attendance: 'Attendance',
  check_in: 'Check-ins',
  checks: 'Which checks bind',
  delegation: 'Delegations',
  environment: 'Environments',
  environments: 'Order of environments',
  finding: 'Findings in plans',
  flip: 'Overrides',
  freeze: 'Freezes',
  group_rule: 'Roles by group',
  guard: 'Guards',
  head_key: 'Signing keys',
  incident: 'Incidents',
  line: 'Stopping the line',
  log: 'Reading the log',
  log_head: 'Heads refused',
  mail: 'Trial mails',
  membership: 'Roles',
  override: 'Override reviews',
  person: 'People',
  plan: 'Plans',
  policy: 'Roll call policy',
  prompt: 'Prompts',
  roll_call: 'Roll calls',
  schedule: 'Schedules',
  session: 'Sessions',
  sign_in: 'Refused sign-ins',
  sign_in_policy: 'Sign-in policy',
  sign_off: 'Sign-offs',
  stage: 'Stages',
  team: 'Teams',
  toggle: 'Toggles and flips',
  token: 'Tokens',
  view: 'Saved views',
  webhook: 'Webhooks',
}

/** A sort of entries ("toggle") or one kind ("toggle.widened") in words, with a capital. */
export function sortWords(kind: string): string {
  const words = WORDS[kind] ?? asWords(kind.replace('.', ' '))
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The sorts of these kinds with their words, in the order of the words. */
export function sortsOf(kinds: readonly string[]): { value: string; label: string }[] {
  return [...new Set(kinds.map((kind) => kind.split('.')[0] ?? kind))]
    .map((value) => ({ value, label: sortWords(value) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en'))
}

/** Whether a sort has words of its own. */
export function isWorded(sort: string): boolean {
  return Object.hasOwn(WORDS, sort)
}
