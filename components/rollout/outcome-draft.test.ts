import { expect, test } from 'vitest'
import { draftOf, emptyDraft, figure, metricBody } from './outcome-draft.ts'

test('what was typed goes out as numbers where it is one, and comes back the same', () => {
  const typed = { ...emptyDraft(1), name: 'Errors', threshold: '1', unit: '%', actual: '0.4' }
  const body = metricBody(typed)
  expect(body).toMatchObject({ threshold: 1, threshold_to: null, actual: 0.4, link: null })
  expect(figure(' ')).toBeNull()
  expect(figure('many')).toBe('many')
  const criterion = { name: 'Errors', comparator: '<', threshold: 1, threshold_to: null, unit: '%' }
  expect(draftOf({ ...criterion, comparator: '<' }, 1)).toEqual({ ...typed, actual: '' })
})
