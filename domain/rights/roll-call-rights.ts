import { everyone, type Rule } from './rule.ts'

/** The roll call: go or no-go. */
export const rollCallRights = {
  'roll_call.open': {
    does: 'open a roll call',
    roles: ['program_manager'],
    where: 'team',
    scopes: [],
  },
  'sign_off.record': {
    does: 'record what another person said in the roll call',
    roles: ['program_manager'],
    where: 'team',
    scopes: [],
  },
  'sign_off.sign': {
    does: 'sign off',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'government_lead'],
    where: 'team',
    scopes: [],
  },
  'sign_off.delegate': {
    does: 'let somebody else speak in your place',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'government_lead'],
    where: 'team',
    scopes: [],
  },
  'prompt.answer': {
    does: 'answer a prompt of the roll call',
    roles: ['program_manager', 'tech_lead', 'discipline_lead', 'government_lead'],
    where: 'team',
    scopes: [],
  },
  'meeting.run': {
    does: 'call the turns of a roll call, time it and note who is there',
    roles: ['program_manager'],
    where: 'team',
    scopes: [],
  },
  'meeting.attend': {
    does: 'attend a roll call',
    roles: everyone.filter((role) => role !== 'auditor'),
    where: 'team',
    scopes: [],
  },
  'decision.make': {
    does: 'decide a roll call',
    roles: ['program_manager', 'government_lead'],
    where: 'team',
    scopes: [],
  },
} as const satisfies Record<string, Rule>
