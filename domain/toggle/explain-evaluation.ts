import type { Gate } from './evaluation-context.ts'
import { expressionReads } from './expression-reads.ts'
import type { ToggleState } from './state.ts'

/** What is known of one evaluation when it is explained. */
export interface EvaluationFacts {
  readonly actor: string
  readonly state: ToggleState
  readonly archived: boolean
  /** The gate that opened, null when none did. */
  readonly gate: Gate | null
  /** The actor's bucket for this toggle, 0 to 99,999. */
  readonly bucket: number
}

/** Whether somebody is in, and why; `depends` where only the application or chance can tell. */
export interface EvaluationAnswer {
  readonly answer: 'in' | 'out' | 'depends'
  /** Sentences, the deciding one first. */
  readonly why: readonly string[]
}

/**
 * Puts an evaluation into words: the gate that opened; or, when none did, each gate that stayed
 * closed and what it would take. What needs the application (groups, properties) or a throw of dice
 * makes the answer `depends`, because from here it cannot be told.
 */
export function explainEvaluation(facts: EvaluationFacts): EvaluationAnswer {
  if (facts.archived) return { answer: 'out', why: ['The toggle is archived: it lets nobody in.'] }
  if (facts.gate !== null) return { answer: 'in', why: [opened(facts.gate, facts)] }
  const depends = whatItDependsOn(facts.state)
  const closed = whyClosed(facts)
  return depends.length === 0
    ? { answer: 'out', why: closed }
    : { answer: 'depends', why: [...depends, ...closed] }
}

function opened(gate: Gate, { actor, state, bucket }: EvaluationFacts): string {
  switch (gate) {
    case 'boolean':
      return 'It is on for everybody.'
    case 'expression':
      return 'The expression matches.'
    case 'actors':
      return `${actor} is a named actor.`
    case 'percentage_of_actors':
      return `${state.percentageOfActors ?? 0} % of actors reaches bucket ${grouped(bucket)}.`
    case 'percentage_of_time':
      return 'It is on 100 % of the time.'
    case 'groups':
      return 'A group of theirs is let in.'
  }
}

function whyClosed({ actor, state, bucket }: EvaluationFacts): string[] {
  const share = state.percentageOfActors ?? 0
  const named = state.actors.length
  return [
    ...(share > 0
      ? [
          `${share} % of actors does not reach bucket ${grouped(bucket)}; ${(bucket + 1) / 1000} % would.`,
        ]
      : [`No percentage of actors is set; at ${(bucket + 1) / 1000} % this actor would come in.`]),
    ...(named > 0
      ? [
          named === 1
            ? `${actor} is not the one named actor.`
            : `${actor} is not among the ${named} named actors.`,
        ]
      : []),
  ]
}

function whatItDependsOn({ groups, percentageOfTime, expression }: ToggleState): string[] {
  const { properties } = expressionReads(expression)
  const told = [...properties].filter((name) => name !== 'flipper_id')
  const chance = percentageOfTime ?? 0
  return [
    ...(groups.length > 0
      ? [`Let in when the application says that they are in ${listed(groups)}.`]
      : []),
    ...(told.length > 0
      ? [`The expression reads ${listed(told)}, which only the application knows.`]
      : []),
    ...(chance > 0 ? [`Let in by a throw of dice, ${chance} % of the time.`] : []),
  ]
}

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',')
}
