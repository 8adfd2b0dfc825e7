import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from './evaluate.ts'
import { evaluationContext } from './evaluation-context.ts'
import type { Expression } from './expression.ts'
import { compileRuleset, type Ruleset, rulesetFromJson, toggleToJson } from './ruleset.ts'
import { OFF, type ToggleState } from './state.ts'
import { contexts, states } from './testing/random-states.ts'

const nobody = evaluationContext({ actorIds: [], now: 0, random: () => 0.5 })

function rules(toggles: Record<string, Partial<ToggleState>>, archived: string[] = []): Ruleset {
  return {
    environment: 'production',
    version: 7,
    toggles: Object.entries(toggles).map(([key, state]) => ({
      key,
      state: { ...OFF, ...state },
      actorType: 'user',
      archived: archived.includes(key),
    })),
  }
}

function enabled(name: string): Expression {
  return { FeatureEnabled: [name] }
}

describe('a compiled ruleset', () => {
  it('answers as each toggle by itself does', () => {
    fc.assert(
      fc.property(states, contexts, (state, context) => {
        const compiled = compileRuleset(rules({ appeals: state }))
        const gate = compiled.toggles.get('appeals')?.ask(context)
        expect(gate).toBe(evaluate({ key: 'appeals', state }, context).gate)
      }),
    )
  })

  it('answers false for an archived toggle, whatever its state', () => {
    const compiled = compileRuleset(rules({ appeals: { boolean: true } }, ['appeals']))
    expect(compiled.toggles.get('appeals')?.ask(nobody)).toBeNull()
  })

  it('lets an expression ask another toggle', () => {
    const { toggles } = compileRuleset(
      rules({ new_form: { expression: enabled('forms') }, forms: { boolean: true } }),
    )
    expect(toggles.get('new_form')?.ask(nobody)).toBe('expression')
  })

  it('answers false when toggles ask for each other in a circle', () => {
    const { toggles } = compileRuleset(
      rules({
        a: { expression: enabled('b') },
        b: { expression: enabled('c') },
        c: { expression: enabled('a') },
        d: { expression: enabled('d') },
      }),
    )
    for (const key of ['a', 'b', 'c', 'd']) expect(toggles.get(key)?.ask(nobody)).toBeNull()
  })

  it('knows which toggles need an actor and which read the clock', () => {
    const { toggles } = compileRuleset(
      rules({
        on: { boolean: true, percentageOfActors: 5 },
        off: {},
        half: { percentageOfActors: 50 },
        some: { percentageOfTime: 50 },
        named: { actors: ['ada'] },
        group: { groups: ['staff'] },
        plan: { expression: { Property: ['plan'] } },
        who: { expression: { Equal: [{ Property: ['flipper_id'] }, 'ada'] } },
        asks: { expression: enabled('half') },
        later: { expression: { GreaterThan: [{ Now: [] }, { Time: ['2027-01-01'] }] } },
        asks_later: { expression: { Any: [enabled('asks_later'), enabled('later')] } },
      }),
    )
    const that = (read: 'needsActor' | 'readsClock') =>
      [...toggles.values()].filter((toggle) => toggle[read]).map((toggle) => toggle.key)
    expect(that('needsActor')).toEqual(['half', 'named', 'group', 'who', 'asks'])
    expect(that('readsClock')).toEqual(['later', 'asks_later'])
  })

  it('answers the same without an actor for toggles that do not need one', () => {
    fc.assert(
      fc.property(states, contexts, (state, context) => {
        const toggle = compileRuleset(rules({ appeals: state })).toggles.get('appeals')
        if (toggle?.needsActor !== false) return
        const byNobody = evaluationContext({ ...context, actorIds: [] })
        const byAda = evaluationContext({ ...context, actorIds: ['ada'] })
        expect(toggle.ask(byNobody)).toBe(toggle.ask(byAda))
      }),
    )
  })
})

function jsonOf(ruleset: Ruleset) {
  return { ...ruleset, toggles: ruleset.toggles.map(toggleToJson) }
}

describe('a ruleset in JSON', () => {
  it('comes back as it went out', () => {
    const ruleset = rules({ appeals: { percentageOfActors: 12.345 }, forms: {} }, ['forms'])
    const again: unknown = JSON.parse(JSON.stringify(jsonOf(ruleset)))
    expect(rulesetFromJson(again)).toEqual(ruleset)
  })

  it('is refused with a key twice or a field too many', () => {
    const json = jsonOf(rules({ appeals: {} }))
    expect(() => rulesetFromJson({ ...json, toggles: [...json.toggles, ...json.toggles] })).toThrow(
      'A key stands twice',
    )
    expect(() => rulesetFromJson({ ...json, extra: 1 })).toThrow()
  })
})
