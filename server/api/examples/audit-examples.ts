import type { Example } from './example.ts'

/** The log. */
export const AUDIT_EXAMPLES: readonly Example[] = [
  {
    of: 'listAuditEntries',
    as: 'victor',
    query: { toggle: 'new_intake_form', last: 'day', limit: '2' },
  },
  { of: 'readAuditEntry', as: 'victor', params: { seq: '12' } },
  { of: 'verifyAuditLog', as: 'victor', query: { thorough: 'true' } },
  { of: 'listAuditHeads', as: 'victor' },
  { of: 'exportAuditLog', as: 'grace', query: { format: 'jsonl', toggle: 'new_intake_form' } },
  { of: 'followAuditLog', as: 'grace', query: { after: '0', limit: '1' } },
  { of: 'readStateAt', as: 'victor', query: { at: '{now}', environment: 'production' } },
  {
    of: 'readStateDifference',
    as: 'victor',
    query: { from: '{now}', to: '{now}', environment: 'staging' },
  },
  { of: 'readLogReview', as: 'grace' },
  { of: 'reviewLog', as: 'grace', json: { up_to: 12, note: 'Read with the team' } },
  {
    of: 'saveAuditView',
    as: 'grace',
    json: {
      name: 'Denied in production',
      filter: { environment: 'production', outcome: 'denied' },
    },
    keep: { view: 'id' },
  },
  { of: 'listAuditViews', as: 'grace' },
  { of: 'removeAuditView', as: 'grace', params: { id: '{view}' } },
  { of: 'liveEvents', as: 'victor' },
]
