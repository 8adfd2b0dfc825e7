import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Membership, ROLES } from '../actor.ts'
import { clashOf, inEffect } from './separation.ts'

const held = (
  role: Membership['role'],
  teamId = 'portal',
  discipline: Membership['discipline'] = role === 'discipline_lead' ? 'backend' : null,
): Membership => ({ teamId, role, discipline })

describe('duties are kept apart at grant', () => {
  test.each([
    ['auditor', 'tech_lead', 'claims'],
    ['tech_lead', 'auditor', 'claims'],
    ['administrator', 'tech_lead', 'claims'],
    ['program_manager', 'administrator', 'claims'],
    ['administrator', 'auditor', 'claims'],
    ['government_lead', 'tech_lead', 'portal'],
    ['discipline_lead', 'government_lead', 'portal'],
    ['program_manager', 'government_lead', 'portal'],
  ] as const)('%s and %s of %s do not go together', (has, wanted, team) => {
    expect(clashOf([held(has)], held(wanted, team))).toMatch(/Take one back first\.$/)
  })

  test.each([
    ['viewer', 'auditor', 'portal'],
    ['administrator', 'viewer', 'portal'],
    ['administrator', 'administrator', 'claims'],
    ['government_lead', 'tech_lead', 'claims'],
    ['tech_lead', 'program_manager', 'portal'],
    ['tech_lead', 'discipline_lead', 'portal'],
  ] as const)('%s and %s of %s do', (has, wanted, team) => {
    expect(clashOf([held(has)], held(wanted, team))).toBeNull()
  })
})

describe('duties are kept apart at use', () => {
  test('an auditor is nothing else, an administrator neither, in any team', () => {
    const all = [held('tech_lead'), held('administrator', 'claims'), held('viewer')]
    expect(inEffect(all)).toEqual([held('administrator', 'claims'), held('viewer')])
    expect(inEffect([...all, held('auditor')])).toEqual([held('viewer'), held('auditor')])
  })

  test('who speaks for another discipline of the team is not its government lead', () => {
    const both = [held('government_lead'), held('tech_lead'), held('government_lead', 'claims')]
    expect(inEffect(both)).toEqual([held('tech_lead'), held('government_lead', 'claims')])
  })

  test('nobody leads the discipline of the government lead', () => {
    expect(inEffect([held('discipline_lead', 'portal', 'government_lead')])).toEqual([])
  })

  const anyRole = fc.record({
    role: fc.constantFrom(...ROLES),
    teamId: fc.constantFrom('portal', 'claims'),
  })

  test('what can be granted one after the other is all in effect, in any order', () => {
    fc.assert(
      fc.property(fc.array(anyRole, { maxLength: 8 }), (wanted) => {
        const granted: Membership[] = []
        for (const { role, teamId } of wanted) {
          const next = held(role, teamId)
          if (clashOf(granted, next) === null) granted.push(next)
        }
        expect(inEffect(granted)).toEqual(granted)
      }),
    )
  })

  test('what is in effect never clashes with itself', () => {
    fc.assert(
      fc.property(fc.array(anyRole, { maxLength: 8 }), (wanted) => {
        const left = inEffect(wanted.map(({ role, teamId }) => held(role, teamId)))
        for (const one of left) {
          expect(
            clashOf(
              left.filter((other) => other !== one),
              one,
            ),
          ).toBeNull()
        }
      }),
    )
  })
})
