import { ROLES } from '../actor.ts'
import { roleName } from '../permissions.ts'
import type { EntryPayload, FactData } from './entry.ts'
import { asWords, disciplineWords } from './phrases.ts'
import { type Names, nameOf } from './read-entry.ts'

/** Who was given which role where: "made Priya Raman a program manager of Benefits Portal". */
export function describeGrant(
  data: FactData['membership.granted'],
  changes: EntryPayload['changes'],
  names: Names,
): string {
  const team = teamWords(changes, names)
  const of = team === '' ? '' : ` of ${team}`
  return `made ${personWords(data.person, names)} ${withArticle(roleWords(data))}${of}${byGroup(data)}`
}

/** Who lost which role where. */
export function describeRevocation(
  data: FactData['membership.revoked'],
  changes: EntryPayload['changes'],
  names: Names,
): string {
  const team = teamWords(changes, names)
  const of = team === '' ? '' : ` of ${team}`
  const why = data.group === undefined ? '' : ', which no group gives any more'
  return `took from ${personWords(data.person, names)} the role of ${roleWords(data)}${of}${why}`
}

/** A person's name, or that nobody knows it any more. */
export function personWords(id: string, names: Names): string {
  return nameOf(names, id, 'person')
}

const TOKEN_KINDS: Readonly<Record<string, string>> = {
  flags: 'evaluation token',
  person: 'personal token',
  service: 'service account',
}

/** A token by its kind and name: 'the evaluation token "claims portal"'. */
export function tokenWords({ kind, name }: FactData['token.made']): string {
  return `the ${TOKEN_KINDS[kind] ?? `${asWords(kind)} token`} "${name}"`
}

function byGroup({ group }: FactData['membership.granted']): string {
  return group === undefined ? '' : `, by the group "${group}"`
}

/** A rule over groups, as what holds: "who is in the group "x" is a tech lead of benefits-portal". */
export function groupRuleWords(data: FactData['group_rule.added']): string {
  return `who is in the group "${data.group}" is ${withArticle(roleWords(data))} of ${data.team}`
}

/** Whose something is, after "of": "Priya Raman", or "their own" where they did it themself. */
export function ownOr(actorId: string, personId: string, names: Names): string {
  return actorId === personId ? 'their own' : personWords(personId, names)
}

/** A role with its discipline: "discipline lead (Backend)". */
export function roleWords({
  role,
  discipline,
}: Pick<FactData['membership.granted'], 'role' | 'discipline'>): string {
  const known = ROLES.find((one) => one === role)
  const words = known === undefined ? asWords(role) : roleName(known)
  return discipline === null ? words : `${words} (${disciplineWords(discipline)})`
}

function withArticle(words: string): string {
  return /^[aeiou]/.test(words) ? `an ${words}` : `a ${words}`
}

function teamWords(changes: EntryPayload['changes'], names: Names): string {
  const team = changes.find(({ entity }) => entity === 'membership')?.after.team_id
  return typeof team === 'string' ? nameOf(names, team, 'team') : ''
}
