import type { RolloutFacts } from '../../facts/rollout-facts.ts'
import { PRIYA, type ToldOf } from '../told.ts'

export const rolloutTold: ToldOf<RolloutFacts> = {
  'freeze.set': {
    data: {
      starts_at: '2026-12-23T00:00:00.000Z',
      ends_at: '2027-01-02T08:30:00.000Z',
      environments: ['staging', 'production'],
    },
    sentence:
      'Tomás Ibarra set a freeze of staging and production from 23 December 2026, 00:00 UTC to 2 January 2027, 08:30 UTC.',
  },
  'freeze.lifted': {
    data: {},
    changes: [
      {
        entity: 'freeze_window',
        id: PRIYA,
        version: 2,
        before: {},
        after: { starts_at: '2026-12-23T00:00:00.000Z', ends_at: '2027-01-02T08:30:00.000Z' },
      },
    ],
    sentence:
      'Tomás Ibarra lifted the freeze from 23 December 2026, 00:00 UTC to 2 January 2027, 08:30 UTC.',
  },
}
