import type { EvaluationContext, Gate } from '../../domain/toggle/evaluation-context.ts'
import type { RuledToggle } from '../../domain/toggle/ruleset.ts'
import type { EnvironmentRules } from '../rule-book.ts'
import { reasonOf } from './reason.ts'

/** One flag's answer, already written: success, or that it cannot be told without an actor. */
export interface Answer {
  readonly ok: boolean
  readonly json: string
}

/** Asks one toggle. */
export type Answerer = (context: EvaluationContext) => Answer

/** Everything that an environment can answer, by key, in the order of the keys. */
export type Answers = ReadonlyMap<string, Answerer>

const prepared = new WeakMap<EnvironmentRules, Answers>()

/** The answers of an environment: each toggle's few possible ones are written once, on first use. */
export function answersOf(rules: EnvironmentRules): Answers {
  let answers = prepared.get(rules)
  if (answers === undefined) {
    answers = new Map([...rules.toggles].map(([key, toggle]) => [key, answerer(toggle)]))
    prepared.set(rules, answers)
  }
  return answers
}

function answerer(toggle: RuledToggle): Answerer {
  const written = new Map<Gate | null, Answer>()
  let missing: Answer | null = null
  return (context) => {
    const gate = toggle.ask(context)
    if (gate === null && toggle.needsActor && context.draw === null) {
      missing ??= { ok: false, json: JSON.stringify(withoutActor(toggle.key)) }
      return missing
    }
    let answer = written.get(gate)
    if (answer === undefined) {
      answer = { ok: true, json: JSON.stringify(success(toggle, gate)) }
      written.set(gate, answer)
    }
    return answer
  }
}

function success(toggle: RuledToggle, gate: Gate | null): object {
  return {
    key: toggle.key,
    value: gate !== null,
    reason: reasonOf(toggle, gate),
    variant: gate === null ? 'off' : 'on',
    ...(gate === null ? {} : { metadata: { gate } }),
  }
}

function withoutActor(key: string): object {
  return {
    key,
    errorCode: 'TARGETING_KEY_MISSING',
    errorDetails: 'This toggle depends on who asks: give a targetingKey in the context.',
  }
}
