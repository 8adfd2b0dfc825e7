import { listed } from '../audit/phrases.ts'
import { DISCIPLINES, type Discipline, disciplineName } from './disciplines.ts'
import { type Policy, speakerOf, spoken } from './policy.ts'
import { sectionsInWords } from './sections-in-words.ts'

/**
 * What is otherwise in a policy now, a phrase each: "content is required", "QA reviews toggles and
 * stages". None where nothing that anybody could notice is; the order of lists is nothing.
 */
export function policyChanges(before: Policy, after: Policy): string[] {
  const required = difference(before.required, after.required)
  const alone = difference(before.stands_alone, after.stands_alone)
  return [
    ...some(required.added, (names, are) => `${names} ${are} required`),
    ...some(required.removed, (names, are) => `${names} ${are} no longer required`),
    ...some(alone.added, (names) => `one person for ${names} speaks for nothing else`),
    ...some(alone.removed, (names) => `one person for ${names} may speak for others too`),
    ...(before.good_for_days === after.good_for_days ? [] : [goodFor(after.good_for_days)]),
    ...DISCIPLINES.flatMap((discipline) => ruleChanges(before, after, discipline)),
  ]
}

function ruleChanges(before: Policy, after: Policy, discipline: Discipline): string[] {
  const name = label(discipline)
  const [was, is] = [before.rules[discipline], after.rules[discipline]]
  const changed = (field: 'in_person' | 'abstain' | 'not_applicable' | 'author_may_sign') =>
    was[field] !== is[field]
  return [
    ...(same(was.reviews, is.reviews)
      ? []
      : [`${name} reviews ${sectionsInWords([...is.reviews])}`]),
    ...(same(was.speakers, is.speakers)
      ? []
      : [
          `${speakerOf(after, discipline)} ${is.speakers.length > 1 ? 'speak' : 'speaks'} for ${name}`,
        ]),
    ...(changed('in_person')
      ? [is.in_person ? `${name} speaks in person` : `what ${name} says may be recorded`]
      : []),
    ...(changed('abstain') ? [`${name} ${may(is.abstain)} abstain`] : []),
    ...(changed('not_applicable')
      ? [`${name} ${may(is.not_applicable)} say that it is not concerned`]
      : []),
    ...(changed('author_may_sign')
      ? [`the author of the newest revision ${may(is.author_may_sign)} speak for ${name}`]
      : []),
  ]
}

function goodFor(days: number | null): string {
  if (days === null) return 'a go stays good as long as what it rests on stands'
  return `a go stays good for ${days} ${days === 1 ? 'day' : 'days'}`
}

function some(
  disciplines: readonly Discipline[],
  say: (names: string, are: 'is' | 'are') => string,
): string[] {
  if (disciplines.length === 0) return []
  return [say(listed(disciplines.map(label)), disciplines.length === 1 ? 'is' : 'are')]
}

function difference(before: readonly Discipline[], after: readonly Discipline[]) {
  return {
    added: after.filter((one) => !before.includes(one)),
    removed: before.filter((one) => !after.includes(one)),
  }
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((member) => other.includes(member))
}

const may = (allowed: boolean): string => (allowed ? 'may' : 'may not')
const label = (discipline: Discipline): string => spoken(disciplineName(discipline))
