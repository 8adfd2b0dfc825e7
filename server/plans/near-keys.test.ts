import { expect, test } from 'vitest'
import { nearKeys } from './near-keys.ts'

const known = ['claim_status_letters', 'claim_status_letter_v2', 'form526_upload', 'letters']

test.each([
  ['claim-status-letters', ['claim_status_letters', 'claim_status_letter_v2']],
  ['Claim_Status_Letters', ['claim_status_letters', 'claim_status_letter_v2']],
  ['claim_statsu_letters', ['claim_status_letters', 'claim_status_letter_v2']],
  ['form_526_upload', ['form526_upload']],
  ['lettres', ['letters']],
  ['travel_pay', []],
  ['a', []],
])('%s may be %j', (key, near) => {
  expect(nearKeys(key, known)).toEqual(near)
})

test('at most three, the nearest first', () => {
  const many = ['flag_one_a', 'flag_one_b', 'flag_one_cc', 'flag_one_d']
  expect(nearKeys('flag_one', many)).toEqual(['flag_one_a', 'flag_one_b', 'flag_one_d'])
})
