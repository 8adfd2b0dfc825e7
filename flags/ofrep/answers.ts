import { askPercentages, isByPercentageAlone } from '../../domain/toggle/ask-percentages.ts'
import { type EvaluationContext, GATES, type Gate } from '../../domain/toggle/evaluation-context.ts'
import type { RuledToggle } from '../../domain/toggle/ruleset.ts'
import { asciiJson } from '../exchange.ts'
import type { EnvironmentRules } from '../prepare-rules.ts'
import { reasonOf } from './reason.ts'

/**
 * What one evaluation can come to, in three bits: the place of the gate that opened among the six,
 * that none did, or that it cannot be told without an actor.
 */
export type Outcome = number

const NONE = GATES.length
const UNTOLD = GATES.length + 1
const PLACES: Readonly<Record<Gate, Outcome>> = {
  boolean: 0,
  expression: 1,
  actors: 2,
  percentage_of_actors: 3,
  percentage_of_time: 4,
  groups: 5,
}

/** A toggle with its few possible answers, each written once, when it is first given. */
export interface ToggleAnswers {
  readonly ask: (context: EvaluationContext) => Outcome
  readonly isTold: (outcome: Outcome) => boolean
  /** The answer in JSON: a success, or an error body that fits both a single and a bulk answer. */
  readonly write: (outcome: Outcome) => string
}

/** Everything that an environment can answer. */
export interface Answers {
  readonly byKey: ReadonlyMap<string, ToggleAnswers>
  /** Every toggle's answer for a context, with commas between, in a few pieces. */
  readonly writeAll: (context: EvaluationContext) => readonly string[]
}

const prepared = new WeakMap<EnvironmentRules, Answers>()

/** The answers of an environment, prepared once for each state of its rules. */
export function answersOf(rules: EnvironmentRules): Answers {
  let answers = prepared.get(rules)
  if (answers === undefined) {
    const byKey = new Map([...rules.toggles].map(([key, toggle]) => [key, answersFor(toggle)]))
    answers = { byKey, writeAll: writeAll([...rules.toggles.values()], [...byKey.values()]) }
    prepared.set(rules, answers)
  }
  return answers
}

function answersFor(toggle: RuledToggle): ToggleAnswers {
  const written: string[] = []
  return {
    ask(context) {
      const gate = toggle.ask(context)
      if (gate !== null) return PLACES[gate]
      return toggle.needsActor && context.draw === null ? UNTOLD : NONE
    },
    isTold: (outcome) => outcome !== UNTOLD,
    write(outcome) {
      let json = written[outcome]
      if (json === undefined) {
        json = asciiJson(outcome === UNTOLD ? untold(toggle.key) : told(toggle, outcome))
        written[outcome] = json
      }
      return json
    },
  }
}

function told(toggle: RuledToggle, outcome: Outcome): object {
  const gate = GATES[outcome] ?? null
  return {
    key: toggle.key,
    value: gate !== null,
    reason: reasonOf(toggle, gate),
    variant: gate === null ? 'off' : 'on',
    ...(gate === null ? {} : { metadata: { gate } }),
  }
}

function untold(key: string): object {
  return {
    key,
    errorCode: 'TARGETING_KEY_MISSING',
    errorDetails: 'This toggle depends on who asks: give a targetingKey in the context.',
  }
}

const GROUP = 8
const MOST_KEPT = 8192

/** Some neighbours among the toggles, and their answers as they were joined for what they came to. */
interface Group {
  /** The place of the first of them. */
  readonly from: number
  readonly members: readonly ToggleAnswers[]
  /** Whether a percentage alone decides each of them. */
  readonly isByPercentage: boolean
  readonly written: Map<number, string>
}

/**
 * Joins the answers of all toggles. Neighbours are joined in eights and kept by what the eight came
 * to, three bits each: of a rollout, few combinations ever occur, and a bulk answer of 200 toggles
 * is then 25 texts rather than 200. Percentages are asked together.
 */
function writeAll(toggles: readonly RuledToggle[], answers: readonly ToggleAnswers[]) {
  const groups = Array.from({ length: Math.ceil(answers.length / GROUP) }, (_, i): Group => {
    const [from, to] = [i * GROUP, (i + 1) * GROUP]
    return {
      from,
      members: answers.slice(from, to),
      isByPercentage: toggles.slice(from, to).every(isByPercentageAlone),
      written: new Map(),
    }
  })
  const percentages = askPercentages(toggles)
  let kept = 0
  return (context: EvaluationContext): readonly string[] => {
    const opened = context.draw === null ? null : percentages(context.draw)
    return groups.map(({ from, members, isByPercentage, written }) => {
      let outcomes = 0
      for (let i = 0; i < members.length; i += 1) {
        let outcome = NONE
        if (opened === null || !isByPercentage) outcome = members[i]?.ask(context) ?? NONE
        else if (opened[from + i] === 1) outcome = PLACES.percentage_of_actors
        outcomes = (outcomes << 3) | outcome
      }
      let json = written.get(outcomes)
      if (json === undefined) {
        json = (from === 0 ? '' : ',') + joined(members, outcomes)
        if (kept < MOST_KEPT) written.set(outcomes, json)
        kept += 1
      }
      return json
    })
  }
}

function joined(members: readonly ToggleAnswers[], outcomes: number): string {
  return members
    .map((member, i) => member.write((outcomes >> (3 * (members.length - 1 - i))) & 7))
    .join()
}
