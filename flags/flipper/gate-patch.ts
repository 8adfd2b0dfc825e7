import { parseExpression } from '../../domain/toggle/expression.ts'
import type { StatePatch, ToggleState } from '../../domain/toggle/state.ts'
import type { EnvironmentRules } from '../prepare-rules.ts'
import type { FlipperGate } from './address.ts'
import type { FlipperError } from './errors.ts'
import { type Params, readPercentage } from './read-params.ts'

/** The change that a call on a gate asks for, worked out from the state that it finds. */
export type GateChange = (state: ToggleState) => StatePatch

/** Groups count as registered once a toggle of the environment names them. */
export function groupsInUse({ toggles }: EnvironmentRules): ReadonlySet<string> {
  return new Set([...toggles.values()].flatMap(({ state }) => state.groups))
}

/** Reads what a call sets a gate to, or which of Flipper's errors it is. */
export function gateEnabled(
  gate: FlipperGate,
  params: Params,
  groups: ReadonlySet<string>,
): GateChange | FlipperError {
  switch (gate) {
    case 'boolean':
      return () => ({ boolean: true })
    case 'percentage_of_actors':
    case 'percentage_of_time': {
      const percentage = readPercentage(params.text('percentage'))
      return percentage === null ? 'percentage_invalid' : () => ({ [gate]: percentage })
    }
    case 'expression': {
      const parsed = parseExpression(params.json)
      if (!parsed.ok) return 'expression_invalid'
      return () => ({ expression: parsed.expression })
    }
    default: {
      const name = nameFor(gate, params, groups)
      if ('error' in name) return name.error
      return (state) => ({ [gate]: [...state[gate], name.name] })
    }
  }
}

/**
 * Reads what a call takes from a gate. A percentage becomes 0, not unset, and the boolean clears
 * every gate: both as in Flipper.
 */
export function gateDisabled(
  gate: FlipperGate,
  params: Params,
  groups: ReadonlySet<string>,
): GateChange | FlipperError {
  switch (gate) {
    case 'boolean':
      return () => ({ boolean: false })
    case 'percentage_of_actors':
    case 'percentage_of_time':
      return () => ({ [gate]: 0 })
    case 'expression':
      return () => ({ expression: null })
    default: {
      const name = nameFor(gate, params, groups)
      if ('error' in name) return name.error
      return (state) => ({ [gate]: state[gate].filter((one) => one !== name.name) })
    }
  }
}

function nameFor(
  gate: 'actors' | 'groups',
  params: Params,
  groups: ReadonlySet<string>,
): { readonly name: string } | { readonly error: FlipperError } {
  const name = params.text(gate === 'actors' ? 'flipper_id' : 'name') ?? ''
  if (name === '') return { error: gate === 'actors' ? 'flipper_id_invalid' : 'name_invalid' }
  const isLoose = gate === 'actors' || params.text('allow_unregistered_groups') === 'true'
  if (isLoose || groups.has(name)) return { name }
  return { error: 'group_not_registered' }
}
