import { defaultPolicy } from '../../../domain/roll-call/policy.ts'
import type { Example } from './example.ts'

const slug = 'release-plan-new-intake-form'
const team = { slug: 'benefits-portal' }
const meeting = { slug: '{meetingPlan}', id: '{meetingRound}' }
const sign = (discipline: string, as: Example['as']): Example => ({
  of: 'giveSignOff',
  as,
  params: { slug, discipline },
  json: { verdict: 'go' },
})

/** Rules, a meeting that pauses, and a round that decides to launch. */
export const ROLL_CALL_EXAMPLES: readonly Example[] = [
  { of: 'readRollCallPolicy', as: 'victor', params: team },
  {
    of: 'setRollCallPolicy',
    as: 'alma',
    params: team,
    headers: { 'if-match': '"0"' },
    json: defaultPolicy,
  },
  { of: 'listDelegations', as: 'ben', params: team, keep: { alternate: 'you.alternates.0.id' } },
  {
    of: 'createDelegation',
    as: 'ben',
    params: team,
    json: {
      discipline: 'backend',
      to: '{alternate}',
      starts_at: '{soon}',
      ends_at: '{later}',
      reason: 'On leave until Thursday',
    },
    keep: { delegation: 'id' },
  },
  {
    of: 'deleteDelegation',
    as: 'ben',
    params: { ...team, id: '{delegation}' },
  },
  {
    of: 'openRollCall',
    as: 'priya',
    params: { slug: '{meetingPlan}' },
    json: { require: ['security_privacy'], purpose: 'Rehearsal' },
    keep: { meetingRound: 'id' },
  },
  {
    of: 'answerPrompt',
    as: 'ben',
    params: { ...meeting, n: '1' },
    json: { answer: 'yes', note: 'Alerts reached the on-call phone' },
  },
  { of: 'setRollCallDue', as: 'priya', params: meeting, json: { needed_by: '{soon}' } },
  { of: 'readRollCallDue', as: 'victor', params: meeting },
  { of: 'readMeeting', as: 'victor', params: meeting },
  {
    of: 'runMeeting',
    as: 'priya',
    params: meeting,
    json: { running: true, turn: 'backend', turn_minutes: 5 },
  },
  { of: 'noteAttendance', as: 'fern', params: meeting, json: { present: true } },
  { of: 'liveMeeting', as: 'victor', params: meeting },
  {
    of: 'giveSignOff',
    as: 'priya',
    params: { slug: '{meetingPlan}', discipline: 'backend' },
    json: { verdict: 'no_go', given_by: 'Ben Castellano', note: 'One alert is still silent' },
  },
  {
    of: 'readChangesSince',
    as: 'victor',
    params: { ...meeting, discipline: 'backend' },
  },
  {
    of: 'withdrawSignOff',
    as: 'priya',
    params: { slug: '{meetingPlan}', discipline: 'backend' },
    json: { note: 'The alert was heard after all', given_by: 'Ben Castellano' },
  },
  {
    of: 'decideRollCall',
    as: 'priya',
    params: meeting,
    json: { decision: 'pause', note: 'We meet again on Monday' },
  },
  { of: 'openRollCall', as: 'priya', params: { slug }, keep: { round: 'id' } },
  sign('product', 'priya'),
  sign('design', 'dalia'),
  sign('frontend', 'fern'),
  sign('backend', 'ben'),
  sign('qa', 'quentin'),
  sign('accessibility', 'ada'),
  sign('government_lead', 'grace'),
  {
    of: 'decideRollCall',
    as: 'priya',
    params: { slug, id: '{round}' },
    json: { decision: 'launch' },
  },
  { of: 'listRollCalls', as: 'victor', params: { slug } },
  { of: 'readRollCall', as: 'victor', params: { slug, id: '{round}' } },
]
