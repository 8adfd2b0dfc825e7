import { describe, expect, it } from 'vitest'
import { auditAddress, exportAddress, readAuditQuery } from './audit-query.ts'

describe('the address of the log', () => {
  it('is read field by field; empty fields narrow nothing', () => {
    const { fields, query, leftOut } = readAuditQuery({
      q: ' first stage ',
      toggle: '',
      outcome: 'denied',
      from: '2026-11-22T14:05',
      cursor: '120',
    })
    expect(fields).toEqual({ q: 'first stage', outcome: 'denied', from: '2026-11-22T14:05' })
    expect(query).toEqual({
      q: 'first stage',
      outcome: 'denied',
      from: new Date('2026-11-22T14:05:00Z'),
      cursor: 120,
    })
    expect(leftOut).toEqual([])
  })

  it('leaves out what it does not understand, and says so', () => {
    const { fields, query, leftOut } = readAuditQuery({
      outcome: 'maybe',
      from: 'yesterday',
      toggle: ['a', 'b'],
      colour: 'red',
      environment: 'staging',
    })
    expect(fields).toEqual({ environment: 'staging' })
    expect(query).toEqual({ environment: 'staging' })
    expect(leftOut).toEqual([
      'outcome is allowed or denied.',
      expect.stringMatching(/^from is a moment like /),
    ])
  })

  it('is written so that reading it gives the same', () => {
    const fields = { q: 'a & b', toggle: 'new_form', to: '2026-11-22' }
    const address = auditAddress(fields, { cursor: 7 })
    const params = Object.fromEntries(new URL(address, 'http://x').searchParams)
    expect(readAuditQuery(params)).toMatchObject({ fields, query: { cursor: 7 } })
    expect(auditAddress({})).toBe('/audit')
    expect(exportAddress('csv', fields)).toBe(
      '/api/v1/audit/export?q=a+%26+b&toggle=new_form&to=2026-11-22&format=csv',
    )
  })
})
