import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Product, tokenOf } from '../e2e/fixtures/start-product.ts'

/** A running Rollcall with toggles in production, and how the bench asks it. */
export interface Ours {
  readonly product: Product
  readonly flagsToken: string
  /**
   * Sets the percentage of actors of a toggle in production, as a tech lead who overrides; gives when
   * that was committed, in milliseconds since 1970.
   */
  readonly flip: (key: string, percentage: number) => Promise<number>
}

/** Fills a started product with `count` toggles, each at a percentage of actors in production. */
export async function fillOurs(product: Product, count: number): Promise<Ours> {
  const call = async (method: string, path: string, body: object | null): Promise<unknown> => {
    const response = await fetch(`${product.web}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${tokenOf(product, 'tech_lead')}`,
        'content-type': 'application/json',
      },
      body: body === null ? null : JSON.stringify(body),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`Rollcall answered ${response.status} to ${path}: ${text}`)
    return JSON.parse(text)
  }
  const flip = async (key: string, percentage: number): Promise<number> => {
    const { seq } = Object(
      await call('PATCH', `/toggles/${key}/environments/production`, {
        percentage_of_actors: percentage,
        reason: 'Set for the bench to measure',
        override: { reason: 'A database of its own that serves nobody but the bench' },
      }),
    )
    return Date.parse(Object(await call('GET', `/audit/${seq}`, null)).sealed_at)
  }
  for (let n = 0; n < count; n += 1) {
    const key = `bench_toggle_${n}`
    await call('POST', '/toggles', { key, description: 'Measured' })
    if (n % 101 > 0) await flip(key, n % 101)
  }
  const flagsToken = readFileSync(join(product.home, 'demo-flags-token'), 'utf8').trim()
  return { product, flagsToken, flip }
}
