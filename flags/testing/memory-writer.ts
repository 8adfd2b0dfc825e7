import { Refused } from '../../domain/refusal.ts'
import type { RulesetToggle } from '../../domain/toggle/ruleset.ts'
import { applyPatch } from '../../domain/toggle/state.ts'
import type { FlipperWriter } from '../flipper/writer.ts'
import type { RuleBook } from '../rule-book.ts'
import { loaded, NOON, toggle } from './test-server.ts'

/** A writer that keeps its toggles in memory and puts each change into the rule book at once. */
export function memoryWriter(start: readonly RulesetToggle[], source: () => RuleBook) {
  const toggles = new Map(start.map((one) => [one.key, { toggle: one, version: 1 }]))
  let entries = 1
  const reasons: string[] = []

  const publish = (): void => {
    entries += 1
    const now = [...toggles.values()].map((held) => held.toggle)
    source().accept(loaded(now, entries, now), NOON)
  }
  const writer: FlipperWriter = {
    async read(_caller, key) {
      const held = toggles.get(key)
      return held === undefined ? null : { state: held.toggle.state, version: held.version }
    },
    async flip(caller, flips) {
      for (const flip of flips) {
        const actual = toggles.get(flip.toggle)?.version ?? 0
        if (actual !== flip.expectedVersion) {
          const expected = flip.expectedVersion
          throw new Refused({ code: 'version_conflict', what: flip.toggle, expected, actual })
        }
      }
      for (const flip of flips) {
        const held = toggles.get(flip.toggle)
        if (held === undefined) continue
        const state = applyPatch(held.toggle.state, flip.patch)
        toggles.set(flip.toggle, { toggle: { ...held.toggle, state }, version: held.version + 1 })
      }
      reasons.push(caller.reason)
      publish()
    },
    async create(_caller, key) {
      toggles.set(key, { toggle: toggle(key), version: 1 })
      publish()
    },
    async remove(_caller, key) {
      if (toggles.delete(key)) publish()
    },
  }
  return { writer, toggles, reasons }
}
