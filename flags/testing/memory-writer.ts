import { readFlipperExport } from '../../domain/migration/read-flipper-export.ts'
import { Refused } from '../../domain/refusal.ts'
import type { RulesetToggle } from '../../domain/toggle/ruleset.ts'
import { applyPatch, OFF } from '../../domain/toggle/state.ts'
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
    async flip(caller, { toggle: key, patch, expectedVersion: expected }) {
      const held = toggles.get(key)
      const actual = held?.version ?? 0
      if (held === undefined || actual !== expected) {
        throw new Refused({ code: 'version_conflict', what: key, expected, actual })
      }
      const state = applyPatch(held.toggle.state, patch)
      toggles.set(key, { toggle: { ...held.toggle, state }, version: actual + 1 })
      reasons.push(caller.reason)
      publish()
    },
    async bringIn(_caller, content) {
      const read = readFlipperExport(content)
      if ('errors' in read) throw new Refused({ code: 'invalid', errors: read.errors })
      for (const { key, state = OFF } of read.toggles) {
        const held = toggles.get(key)
        const version = (held?.version ?? 0) + 1
        toggles.set(key, { toggle: { ...(held?.toggle ?? toggle(key)), state }, version })
      }
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
