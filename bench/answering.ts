import { setTimeout } from 'node:timers/promises'

const SECONDS = 120

/** Waits until an address answers 200; throws when it does not within two minutes. */
export async function answering(address: string): Promise<void> {
  for (let tries = 0; tries < SECONDS * 5; tries += 1) {
    const response = await fetch(address).catch(() => null)
    await response?.arrayBuffer()
    if (response?.ok) return
    await setTimeout(200)
  }
  throw new Error(`${address} does not answer.`)
}
