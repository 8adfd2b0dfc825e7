import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editPlan } from './edit-plan.ts'
import { type PlanEdit, planEdit } from './plan-edit.ts'
import { readPlan } from './read-plan.ts'
import type { Reading } from './reading.ts'

const folders = ['fixtures', 'fixtures/variants', '../../../shared/release-plans']
  .map((folder) => join(import.meta.dirname, folder))
  .filter((folder) => existsSync(folder))
const plans = folders
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.md') && !path.endsWith('README.md'))
  .map((path) => readFileSync(path, 'utf8'))

const text = fc.constantFrom(...plans)
const staged = fc.constantFrom(...plans.filter((plan) => readPlan(plan).stages.length > 1))
const share = fc.integer({ min: 0, max: 100 })
const words = fc.constantFrom(
  'Ben turns it off.',
  'Fern calls the desk.\n\nThen she writes.',
  '- one\n- two',
)
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null })

const anyEdit: fc.Arbitrary<PlanEdit> = fc.oneof(
  fc.record({ edit: fc.constant('answer_question' as const), required: fc.boolean() }),
  fc.record({
    edit: fc.constant('answer_statement' as const),
    n: fc.constantFrom(0, 1, 2),
    answer: fc.boolean(),
  }),
  fc.record({
    edit: fc.constant('answer_prompt' as const),
    line: fc.integer({ min: 1, max: 400 }),
    answer: fc.constant('Forty people'),
  }),
  fc.record({
    edit: fc.constant('add_toggle' as const),
    key: fc.constantFrom('new_permit_flag', 'newPermitFlag'),
    description: orNull(fc.constant('opens | it')),
  }),
  fc.record({
    edit: fc.constant('add_stage' as const),
    after: fc.integer({ min: -1, max: 5 }),
    label: fc.constant('Stage X: Pilot'),
    percentage: orNull(share),
    soak: orNull(fc.constant('2 days')),
    dates: orNull(fc.constant('3/4/2027')),
  }),
  fc.record({
    edit: fc.constant('change_stage' as const),
    n: fc.nat({ max: 4 }),
    percentage: share,
  }),
  fc.record({
    edit: fc.constant('change_stage' as const),
    n: fc.nat({ max: 4 }),
    soak: fc.constant('9 days'),
  }),
  fc.record({
    edit: fc.constant('move_stage' as const),
    n: fc.nat({ max: 4 }),
    to: fc.nat({ max: 4 }),
  }),
  fc.record({ edit: fc.constant('remove_stage' as const), n: fc.nat({ max: 4 }) }),
  fc.record({ edit: fc.constant('set_rollback' as const), text: words }),
  fc.record({
    edit: fc.constant('add_contact' as const),
    name: fc.constant('Quentin Marsh'),
    role: orNull(fc.constant('QA Lead')),
    tier: fc.constantFrom('primary' as const, 'backup' as const, null),
  }),
  fc.record({
    edit: fc.constant('set_check_in' as const),
    which: fc.constantFrom('one_week' as const, 'one_month' as const),
    text: words,
  }),
  fc.record({
    edit: fc.constant('tick_validation' as const),
    line: fc.integer({ min: 1, max: 200 }),
    checked: fc.boolean(),
  }),
)

const withoutLines = (reading: Reading) =>
  JSON.stringify(reading, (key, value) => (/line/.test(key) ? undefined : value))

describe('edits of any plan', () => {
  it('touch no byte outside their changes', () => {
    fc.assert(
      fc.property(text, anyEdit, (plan, edit) => {
        const done = editPlan(plan, planEdit.parse(edit))
        if (!done) return
        let rest = done.text
        let at = 0
        for (const { from, to, text: added } of done.changes.toSorted((a, b) => a.from - b.from)) {
          expect(rest.startsWith(plan.slice(at, from) + added)).toBe(true)
          rest = rest.slice(from - at + added.length)
          at = to
        }
        expect(rest).toBe(plan.slice(at))
      }),
      { numRuns: 150 },
    )
  })

  it('leave every part as it was but their own, and read the same twice', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('Ben turns it off.', 'Fern calls.'), (plan, said) => {
        const before = readPlan(plan)
        fc.pre(before.kind === 'release_plan')
        const done = editPlan(plan, { edit: 'set_rollback', text: said })
        const after = readPlan(done?.text ?? '')
        expect(after.rollback?.text).toBe(said)
        expect(withoutLines(readPlan(done?.text ?? ''))).toBe(withoutLines(after))
        const untouched = ({ stages, contacts, validation, staged_rollout }: Reading) =>
          JSON.stringify([
            stages.map(({ label, percentage }) => [label, percentage]),
            contacts.map(({ name, role, tier }) => [name, role, tier]),
            validation.map(({ prompt, checked }) => [prompt, checked]),
            staged_rollout.required,
          ])
        expect(untouched(after)).toBe(untouched(before))
        // A toggle that only the old words named goes with them.
        const named = before.toggles.map(({ key }) => key)
        expect(after.toggles.map(({ key }) => key)).toEqual(
          named.filter((key) => after.toggles.some((one) => one.key === key)),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('move a stage to any place and back to where it was', () => {
    fc.assert(
      fc.property(staged, fc.nat({ max: 4 }), fc.nat({ max: 4 }), (plan, n, to) => {
        const before = readPlan(plan)
        fc.pre(n !== to && n < before.stages.length && to < before.stages.length)
        const names = (reading: Reading) => reading.stages.map(({ label }) => label)
        const done = editPlan(plan, { edit: 'move_stage', n, to })
        expect(done).not.toBe(null)
        const expected = names(before).toSpliced(n, 1)
        expect(names(readPlan(done?.text ?? ''))).toEqual(
          expected.toSpliced(to, 0, names(before)[n] ?? ''),
        )
        expect(editPlan(done?.text ?? '', { edit: 'move_stage', n: to, to: n })?.text).toBe(plan)
      }),
      { numRuns: 20 },
    )
  })

  it("write the document's own line ends", () => {
    fc.assert(
      fc.property(text, anyEdit, (plan, edit) => {
        const windows = plan.replace(/\r\n|\r|\n/g, '\r\n')
        const plain = plan.replace(/\r\n|\r|\n/g, '\n')
        const one = 'text' in edit ? { ...edit, text: 'One line.' } : edit
        const done = editPlan(windows, one)
        expect(done?.text.replace(/\r\n/g, '\n') ?? null).toBe(editPlan(plain, one)?.text ?? null)
        expect((done?.text ?? '').replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
      }),
      { numRuns: 60 },
    )
  })

  it('can be undone where an edit has an opposite', () => {
    fc.assert(
      fc.property(text, (plan) => {
        const added = editPlan(plan, {
          edit: 'add_contact',
          name: 'Dalia Haddad',
          role: 'Design Lead',
          tier: null,
        })
        const contact = readPlan(added?.text ?? '').contacts.find(
          ({ name }) => name === 'Dalia Haddad',
        )
        if (!added || !contact) return
        const gone = editPlan(added.text, {
          edit: 'remove_contact',
          name: contact.name,
          line: contact.line,
        })
        expect(readPlan(gone?.text ?? '').contacts.map(({ name }) => name)).toEqual(
          readPlan(plan).contacts.map(({ name }) => name),
        )
      }),
      { numRuns: 40 },
    )
  })
})
