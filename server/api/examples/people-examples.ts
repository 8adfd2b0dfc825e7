import type { Example } from './example.ts'

const team = { slug: 'benefits-portal' }
const newcomer = { id: '{newcomer}' }

/** People, teams and roles, and how people sign in. */
export const PEOPLE_EXAMPLES: readonly Example[] = [
  {
    of: 'addPerson',
    as: 'alma',
    json: {
      issuer: 'https://login.example.gov',
      subject: '00u7f2',
      name: 'Ines Duarte',
      email: 'ines.duarte@example.gov',
    },
    keep: { newcomer: 'id' },
  },
  { of: 'listPeople', as: 'alma', query: { q: 'Ines', limit: '20' } },
  { of: 'readPerson', as: 'alma', params: newcomer },
  { of: 'listSessions', as: 'alma', params: newcomer },
  {
    of: 'endSession',
    as: 'alma',
    params: { ...newcomer, session: '6b1f0c1e-8d5a-4f7e-9a3b-2c4d5e6f7a8b' },
  },
  { of: 'endSessions', as: 'alma', params: newcomer },
  { of: 'patchPerson', as: 'alma', params: newcomer, json: { disabled: true } },
  { of: 'patchPerson', as: 'alma', params: newcomer, json: { disabled: false } },
  {
    of: 'grantRole',
    as: 'alma',
    params: team,
    json: { person: '{newcomer}', role: 'viewer' },
    keep: { role: 'id' },
  },
  { of: 'listRoles', as: 'victor', params: team },
  { of: 'takeRole', as: 'alma', params: { ...team, id: '{role}' } },
  {
    of: 'addTeam',
    as: 'alma',
    json: { slug: 'claims', name: 'Claims', administrator: '{newcomer}' },
  },
  { of: 'listTeams', as: 'victor' },
  { of: 'readSignIn', as: 'alma' },
  {
    of: 'putSignIn',
    as: 'alma',
    json: {
      idle_minutes: 30,
      administrator_idle_minutes: 15,
      absolute_hours: 12,
      groups_claim: 'groups',
    },
  },
  {
    of: 'addGroupRule',
    as: 'alma',
    json: { value: 'benefits-portal-viewers', team: 'benefits-portal', role: 'viewer' },
    keep: { groupRule: 'id' },
  },
  { of: 'listGroupRules', as: 'alma' },
  { of: 'removeGroupRule', as: 'alma', params: { id: '{groupRule}' } },
  { of: 'readMail', as: 'alma' },
  { of: 'sendTestMail', as: 'alma' },
  { of: 'listContacts', as: 'victor', query: { q: 'Tomás' } },
]
