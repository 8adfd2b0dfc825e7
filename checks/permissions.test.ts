import { expect, test } from 'vitest'
import { permissionPage } from '../domain/permission-page.ts'
import { permissionRows } from '../domain/permission-rows.ts'
import { PERMISSIONS } from '../domain/permission-table.ts'
import { textOf } from './written.ts'

test('docs/permissions.md says what the permission table says: npm run permissions', () => {
  expect(textOf('docs/permissions.md')).toBe(permissionPage())
})

test('every right stands in it, once, under a heading that says something', () => {
  const groups = permissionRows()
  const actions = groups.flatMap(({ rows }) => rows.map(({ action }) => action))
  expect(actions.toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted())
  expect(groups.map(({ heading }) => heading)).not.toContain('Others')
})
