import { expect, test } from 'vitest'
import { planTemplate, USUAL_SHARES } from './plan-template.ts'
import { readPlan } from './read-plan.ts'

const template = planTemplate({ product: 'appointment reminders', shares: USUAL_SHARES })

test('a new plan is read as a release plan of its product', () => {
  const { kind, title } = readPlan(template)
  expect([kind, title]).toEqual(['release_plan', 'Release Plan: appointment reminders'])
})

test('its stages are those that were asked for', () => {
  expect(readPlan(template).stages.map(({ percentage }) => percentage)).toEqual([...USUAL_SHARES])
  const allAtOnce = planTemplate({ product: 'a banner', shares: [100] })
  expect(readPlan(allAtOnce).stages.map(({ percentage }) => percentage)).toEqual([100])
})

test('nothing in it is answered, and nothing is found wrong', () => {
  const reading = readPlan(template)
  expect(reading.toggles).toEqual([])
  expect(reading.contacts).toEqual([])
  expect(reading.rollback).toBeNull()
  expect(reading.staged_rollout.answers).toEqual([null, null, null])
  expect(reading.check_ins).toEqual({ one_week: 'template', one_month: 'template' })
  expect(reading.validation.map(({ checked }) => checked)).toEqual([false, false, false, false])
  expect(reading.findings).toEqual([])
  const asked = reading.unanswered_items.map(({ prompt }) => prompt)
  expect(asked).toContain('How the right people are found')
  expect(asked.length).toBeGreaterThan(40)
})

test('answered where it asks, its answers are read', () => {
  const answered = template
    .replace('| [FILL_IN] | [FILL_IN] |', '| appointment_reminders | Sends a reminder |')
    .replace('did not have: [FILL_IN]', 'did not have: No')
    .replace('[FILL_IN]: who turns which', 'Tomás turns it off at once; who turns which')
    .replace('Government lead: [FILL_IN]', 'Government lead: Grace Okafor')
  const reading = readPlan(answered)
  expect(reading.toggles.map(({ key }) => key)).toEqual(['appointment_reminders'])
  expect(reading.staged_rollout.answers[0]).toBe(false)
  expect(reading.rollback?.text).toContain('Tomás turns it off at once')
  expect(reading.contacts).toMatchObject([{ name: 'Grace Okafor', tier: 'primary' }])
})
