import { describe, expect, test } from 'vitest'
import { readSelf } from '../api/self.ts'
import { call } from '../plans/testing/call.ts'
import { useCast } from '../testing/test-database.ts'

describe('who asks', () => {
  useCast()

  test('tells whoever asks who they are', async () => {
    const { status, body } = await call('ben', readSelf)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      kind: 'person',
      name: 'Ben Castellano',
      title: 'Backend',
      memberships: [{ team: 'benefits-portal', role: 'discipline_lead', discipline: 'backend' }],
      scopes: [],
    })
  })
})
