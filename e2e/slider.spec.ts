import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible } from './fixtures/accessible.ts'
import { test } from './fixtures/journey.ts'
import { production } from './fixtures/production.ts'
import { runningProduct } from './fixtures/running-product.ts'
import { tokenOf } from './fixtures/start-product.ts'
import { importStagedPlan } from './fixtures/written-plan.ts'

let KEY = ''

test.describe.configure({ mode: 'serial', timeout: 240_000 })

test.beforeAll(async () => {
  KEY = (await importStagedPlan('library cards')).key
})

test('dragged by mouse it snaps to the stages of the plan, and letting go only proposes', async ({
  signedInAs,
}) => {
  const tomas = await opened(await signedInAs('Tomás Ibarra'))
  const slider = sliderOf(tomas)
  await dragTo(tomas, slider, 0.245)
  await expect(slider).toHaveValue('25')
  const proposal = proposalOf(tomas)
  await expect(proposal).toContainText('Off → to 25 %')
  await expect(production(tomas).getByRole('button', { name: 'Stage B 25 %' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expectAccessible(tomas)

  // Away from every stage it stands on whole numbers.
  await dragTo(tomas, slider, 0.6)
  expect(Number(await slider.inputValue())).toBeGreaterThan(55)
  expect(Number(await slider.inputValue()) % 1).toBe(0)
  expect(await shareInProduction()).toBeNull()
  await proposal.getByRole('button', { name: 'Discard' }).click()
  await expect(slider).toHaveValue('0')
})

test('by touch it follows the finger and snaps, on a phone as well', async ({
  browser,
  signedInAs,
}) => {
  const storageState = await (await signedInAs('Tomás Ibarra')).context().storageState()
  const context = await browser.newContext({
    baseURL: runningProduct().web,
    storageState,
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 780 },
  })
  const phone = await opened(await context.newPage())
  const slider = sliderOf(phone)
  await slider.scrollIntoViewIfNeeded()
  await fingerTo(phone, slider, 0.24)
  await expect(slider).toHaveValue('25')
  await expect(proposalOf(phone)).toContainText('Off → to 25 %')
  // The stages themselves are buttons of a finger's size.
  const stage = production(phone).getByRole('button', { name: 'Stage A: Canary 1 %' })
  expect((await stage.boundingBox())?.height).toBeGreaterThanOrEqual(24)
  await stage.tap()
  await expect(slider).toHaveValue('1')
  await expectAccessible(phone)
  expect(await shareInProduction()).toBeNull()
  await context.close()
})

test('by keyboard it goes in steps of one, a tenth and a thousandth, by stage and to the ends', async ({
  signedInAs,
}) => {
  const tomas = await opened(await signedInAs('Tomás Ibarra'))
  const slider = sliderOf(tomas)
  await slider.focus()
  const steps: [string, string][] = [
    ['ArrowRight', '1'],
    ['Shift+ArrowRight', '1.1'],
    ['Alt+ArrowUp', '1.101'],
    ['ArrowLeft', '0.101'],
    ['PageUp', '1'],
    ['PageUp', '25'],
    ['PageDown', '1'],
    ['End', '100'],
    ['Home', '0'],
    ['ArrowLeft', '0'],
  ]
  for (const [key, value] of steps) {
    await tomas.keyboard.press(key)
    await expect(slider, key).toHaveValue(value)
  }
  await tomas.keyboard.press('PageUp')
  await expect(slider).toHaveAttribute('aria-valuetext', /^1\s%, Stage A: Canary$/)
  await expect(slider).toBeFocused()
})

test('the field beside it takes any value to a thousandth and never makes one of its own', async ({
  signedInAs,
}) => {
  const tomas = await opened(await signedInAs('Tomás Ibarra'))
  const field = tomas.getByRole('textbox', { name: 'Percentage of actors in production, exact' })
  await field.fill('12.345')
  await expect(sliderOf(tomas)).toHaveValue('12.345')
  await expect(proposalOf(tomas)).toContainText('Off → to 12.345 %')
  await field.fill('250')
  await expect(tomas.getByText('A number from 0 to 100, to 3 decimals.')).toBeVisible()
  await expect(sliderOf(tomas)).toHaveValue('12.345')
  await field.fill('1.2345')
  await expect(tomas.getByText('A number from 0 to 100, to 3 decimals.')).toBeVisible()
  await expectAccessible(tomas)
  await field.press('ArrowUp')
  await expect(sliderOf(tomas)).toHaveValue('13.345')
  expect(await shareInProduction()).toBeNull()
})

async function opened(page: Page): Promise<Page> {
  await page.goto(`/toggles/${KEY}`)
  await expect(sliderOf(page)).toHaveValue('0')
  return page
}

function sliderOf(page: Page): Locator {
  return page.getByRole('slider', { name: 'Percentage of actors in production' })
}

function proposalOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Proposal for production' })
}

/** Where the middle of the thumb stands for a part of the way: it keeps within the ends. */
async function thumbAt(slider: Locator, part: number): Promise<{ x: number; y: number }> {
  const box = await slider.boundingBox()
  if (!box) throw new Error('the slider is not shown')
  return { x: box.x + 8 + part * (box.width - 16), y: box.y + box.height / 2 }
}

async function dragTo(page: Page, slider: Locator, part: number): Promise<void> {
  await slider.scrollIntoViewIfNeeded()
  const now = Number(await slider.inputValue()) / 100
  const from = await thumbAt(slider, now)
  const to = await thumbAt(slider, part)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

async function fingerTo(page: Page, slider: Locator, part: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: object[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points as never })
  await touch('touchStart', [await thumbAt(slider, 0)])
  for (const step of [0.25, 0.5, 0.75, 1]) {
    await touch('touchMove', [await thumbAt(slider, part * step)])
  }
  await touch('touchEnd', [])
}

/** What production stands at, asked of the API. */
async function shareInProduction(): Promise<number | null> {
  const product = runningProduct()
  const answer = await fetch(`${product.web}/api/v1/toggles/${KEY}`, {
    headers: { authorization: `Bearer ${tokenOf(product, 'viewer')}` },
  })
  const { environments } = (await answer.json()) as {
    environments: { environment: string; percentage_of_actors: number | null }[]
  }
  return (
    environments.find(({ environment }) => environment === 'production')?.percentage_of_actors ??
    null
  )
}
