import { expect } from '@playwright/test'
import { test } from './fixtures/journey.ts'
import { look } from './fixtures/look.ts'

const gates = {
  boolean: null,
  groups: [],
  actors: [],
  expression: null,
  percentage_of_actors: null,
  percentage_of_time: null,
}
const flipperExport = JSON.stringify({
  version: 1,
  features: { claim_digest: { ...gates, percentage_of_actors: '25' }, claim_search: gates },
})

test('the tech lead brings in Flipper’s export after seeing what it would do', async ({
  signedInAs,
}) => {
  const tomas = await signedInAs('Tomás Ibarra')
  await tomas.goto('/toggles/import')
  await look(tomas, 'toggles-import')
  await tomas.getByLabel('The export’s gates are for').selectOption('Staging')
  await tomas.getByLabel(/Drop Flipper/).setInputFiles({
    name: 'flipper.json',
    mimeType: 'application/json',
    buffer: Buffer.from(flipperExport),
  })
  await expect(tomas.getByRole('row', { name: /claim_digest/ })).toContainText(
    'off → 25 % of actors',
  )
  await tomas.getByLabel('Reason').fill('Moving from Flipper')
  await look(tomas, 'toggles-import-preview')
  await tomas.getByRole('button', { name: /^Create 2 toggles/ }).click()
  await expect(tomas.getByRole('link', { name: 'claim_digest in staging: 25 %' })).toBeVisible()
})
