import { afterAll, beforeAll, vi } from 'vitest'
import { type FlipperStandIn, openFlipper } from '../../connected/testing/flipper-stand-in.ts'

/**
 * What the story of the examples needs around it: what secrets are made from, and a Flipper server
 * that may be called. Answers the words that name it.
 */
export function givenSurroundings(): () => Map<string, string> {
  let flipper: FlipperStandIn | undefined
  beforeAll(async () => {
    vi.stubEnv('NEXTAUTH_SECRET', 'Jq3v8mZp1xWc7RtY5nLb2KdF9sHg4TaQ')
    vi.stubEnv('CONNECTED_HOSTS', '127.0.0.1')
    flipper = await openFlipper()
    flipper.flipper.set('document_upload', { percentageOfActors: 40 })
    flipper.flipper.set('claim_digest', { boolean: true })
  })
  afterAll(async () => {
    vi.unstubAllEnvs()
    await flipper?.stop()
  })
  return () => {
    const address = flipper?.address ?? ''
    return new Map([
      ['flipper', address],
      ['flipperHost', new URL(address).host],
    ])
  }
}
