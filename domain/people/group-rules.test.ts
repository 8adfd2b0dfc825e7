import { describe, expect, test } from 'vitest'
import { type GroupRule, groupsIn, type HeldRole, reconcile } from './group-rules.ts'

const rule = (value: string, role: GroupRule['role'], teamId = 'portal'): GroupRule => ({
  id: value,
  value,
  teamId,
  role,
  discipline: null,
})
const held = (role: HeldRole['role'], byGroup: boolean, teamId = 'portal'): HeldRole => ({
  id: `${role} ${teamId}`,
  teamId,
  role,
  discipline: null,
  byGroup,
})

describe('groups are read from a claim', () => {
  test.each<[string, unknown, readonly string[] | null]>([
    ['groups', { groups: ['a', 'b'] }, ['a', 'b']],
    ['groups', { groups: 'a' }, ['a']],
    ['groups', { groups: ['a', 7, null, { b: 1 }] }, ['a']],
    ['groups', {}, []],
    ['groups', null, []],
    ['realm_access.roles', { realm_access: { roles: ['a'] } }, ['a']],
    ['https://agency.gov/groups', { 'https://agency.gov/groups': ['a'] }, ['a']],
    ['__proto__', {}, []],
    ['constructor.name', {}, []],
    ['groups', { _claim_names: { groups: 'src1' }, _claim_sources: {} }, null],
    ['groups', { hasgroups: true }, null],
  ])('%s of %j', (claim, claims, expected) => {
    expect(groupsIn(claims, claim)).toEqual(expected)
  })
})

describe('a sign-in', () => {
  const rules = [rule('leads', 'tech_lead'), rule('all', 'viewer'), rule('audit', 'auditor')]

  test('grants what the groups give', () => {
    const { grant, take } = reconcile(rules, ['leads', 'all', 'unknown'], [])
    expect(grant.map(({ role }) => role)).toEqual(['tech_lead', 'viewer'])
    expect(take).toEqual([])
  })

  test('takes back what only a group gave, and nothing that a person granted', () => {
    const has = [held('tech_lead', true), held('viewer', false), held('program_manager', false)]
    const { grant, take } = reconcile(rules, [], has)
    expect(take).toEqual([held('tech_lead', true)])
    expect(grant).toEqual([])
  })

  test('leaves a role that a person granted as theirs', () => {
    const has = [held('tech_lead', false)]
    expect(reconcile(rules, ['leads'], has)).toEqual({ grant: [], take: [], withheld: [] })
  })

  test('changes nothing the second time', () => {
    const { grant } = reconcile(rules, ['leads'], [])
    const now = grant.map((one): HeldRole => ({ ...one, byGroup: true }))
    expect(reconcile(rules, ['leads'], now)).toEqual({ grant: [], take: [], withheld: [] })
  })

  test('keeps apart what is kept apart, and makes way for what comes in its place', () => {
    const withheld = reconcile(rules, ['leads', 'audit'], [held('tech_lead', true)])
    expect(withheld.grant).toEqual([])
    expect(withheld.withheld).toMatchObject([{ rule: { value: 'audit' } }])
    const moved = reconcile(rules, ['audit'], [held('tech_lead', true)])
    expect(moved.take).toEqual([held('tech_lead', true)])
    expect(moved.grant).toMatchObject([{ value: 'audit' }])
  })

  test('compares a group byte for byte', () => {
    expect(reconcile(rules, ['LEADS', 'leads '], []).grant).toEqual([])
  })
})
