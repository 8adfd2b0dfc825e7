import type { Example } from './example.ts'

const staging = { key: 'new_intake_form', environment: 'staging' }
const production = { key: 'new_intake_form', environment: 'production' }

/** What is later, and what holds: schedules, guards, incidents, freezes, the line. */
export const HOLDING_EXAMPLES: readonly Example[] = [
  {
    of: 'scheduleFlip',
    as: 'tomas',
    params: staging,
    json: { at: '{soon}', percentage_of_actors: 25, reason: 'After the nightly load' },
    keep: { schedule: 'id' },
  },
  { of: 'listToggleSchedules', as: 'victor', params: staging },
  { of: 'cancelToggleSchedule', as: 'tomas', params: { ...staging, id: '{schedule}' } },
  {
    of: 'scheduleTogether',
    as: 'tomas',
    json: {
      environment: 'staging',
      at: '{later}',
      flips: [{ toggle: 'new_intake_form', percentage_of_actors: 50 }],
      reason: 'For the demonstration',
    },
    keep: { together: 'id' },
  },
  { of: 'listSchedules', as: 'victor', query: { environment: 'staging' } },
  { of: 'cancelSchedule', as: 'tomas', params: { id: '{together}' } },
  {
    of: 'createGuard',
    as: 'tomas',
    params: production,
    json: { name: 'Error rate', tool: 'generic', act: 'hold' },
    keep: { guard: 'id', guardSecret: 'secret' },
  },
  {
    of: 'signalGuard',
    as: null,
    params: { id: '{guard}' },
    headers: { authorization: 'Bearer {guardSecret}' },
    json: { id: 'alert-7', status: 'firing', at: '{now}', summary: 'The error rate is above 2 %' },
  },
  { of: 'listGuards', as: 'victor', params: production, keep: { hold: 'holds.0.id' } },
  {
    of: 'releaseHold',
    as: 'tomas',
    params: { id: '{hold}' },
    json: { reason: 'It was the load test' },
  },
  { of: 'readGuard', as: 'victor', params: { id: '{guard}' } },
  {
    of: 'updateGuard',
    as: 'tomas',
    params: { id: '{guard}' },
    headers: { 'if-match': '"1"' },
    json: { dry_run: true },
  },
  { of: 'renewGuardSecret', as: 'tomas', params: { id: '{guard}' } },
  { of: 'deleteGuard', as: 'tomas', params: { id: '{guard}' } },
  {
    of: 'openIncident',
    as: 'ben',
    params: { key: 'document_upload' },
    json: { title: 'Photographs are turned', link: 'https://status.example.gov/41' },
    keep: { incident: 'id' },
  },
  { of: 'listIncidents', as: 'victor', params: { key: 'document_upload' } },
  {
    of: 'resolveIncident',
    as: 'tomas',
    params: { key: 'document_upload', id: '{incident}' },
    json: { note: 'The camera’s orientation is read now' },
  },
  {
    of: 'createFreeze',
    as: 'grace',
    json: {
      starts_at: '{soon}',
      ends_at: '{later}',
      reason: 'Open enrolment',
      environments: ['production'],
    },
    keep: { freeze: 'id' },
  },
  { of: 'listFreezes', as: 'victor' },
  { of: 'listFreezeWindows', as: 'victor', query: { from: '{now}', to: '{later}' } },
  {
    of: 'changeFreeze',
    as: 'grace',
    params: { id: '{freeze}' },
    json: { reason: 'Open enrolment, first day', expected_version: 1 },
  },
  { of: 'deleteFreeze', as: 'grace', params: { id: '{freeze}' } },
  { of: 'readLine', as: 'victor' },
  { of: 'stopTheLine', as: 'ben', json: { reason: 'The data center is on its spare power' } },
  { of: 'releaseTheLine', as: 'grace' },
]
