import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overrideInput } from './override-input.ts'
import { overrideReasonFault } from './override-reason.ts'

describe('the reason of an override', () => {
  test.each([
    '',
    'too short',
    'n/a',
    'n/a n/a n/a n/a',
    'asdf asdf asdf asdf',
    'asdfasdfasdfasdf',
    'aaaaaaaaaaaaaaaa',
    'xxxxxxxxxxxx xxxxxxxxxxxx',
    'test test testing tests',
    '1234567890 1234567890 1234567890',
    'because because because',
    'hotfix hotfix hotfix hotfix',
    '............................',
    'supercalifragilistic',
    '🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂',
  ])('is not “%s”', (reason) => {
    expect(overrideReasonFault(reason)).not.toBeNull()
  })

  test.each([
    'The phone line is down and people need this',
    'Letters go out blank',
    'Sign-in outage: fix is behind this toggle',
    'Ausfall der Anmeldung, Behebung liegt dahinter',
    '登录服务中断，修复程序在此开关之后',
    'Исправление сбоя входа за этим флагом',
  ])('may be “%s”', (reason) => {
    expect(overrideReasonFault(reason)).toBeNull()
  })

  test('is judged whatever one writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (reason) => {
        const fault = overrideReasonFault(reason)
        expect(fault === null || fault.endsWith('.')).toBe(true)
      }),
    )
  })
})

test('the link of an override leads to the web', () => {
  const given = (incident_link: string) =>
    overrideInput.safeParse({ reason: 'Letters go out blank', incident_link }).success
  expect(given('https://status.example.gov/incidents/12')).toBe(true)
  expect(given('javascript:alert(1)')).toBe(false)
  expect(given('status page')).toBe(false)
})
