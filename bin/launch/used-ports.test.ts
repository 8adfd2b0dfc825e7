import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../../server/settings.ts'
import { type PortWish, portSentence, portWishes, refusedPorts } from './used-ports.ts'

const web: PortWish = { name: 'PORT', host: '127.0.0.1', port: 3000 }
const flags: PortWish = { name: 'FLAGS_PORT', host: '127.0.0.1', port: 3001 }

describe('the ports of a start', () => {
  it('are three, the identity provider’s on loopback wherever the others are', () => {
    expect(portWishes(readSettings({ HOST: '0.0.0.0' }))).toEqual([
      { name: 'PORT', host: '0.0.0.0', port: 3000 },
      { name: 'FLAGS_PORT', host: '0.0.0.0', port: 3001 },
      { name: 'IDP_PORT', host: '127.0.0.1', port: 3002 },
    ])
  })

  it('that are taken are found', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    expect(await refusedPorts([{ ...web, port }])).toEqual([{ ...web, port, code: 'EADDRINUSE' }])
    await new Promise((resolve) => server.close(resolve))
    expect(await refusedPorts([{ ...web, port }])).toEqual([])
  })

  it('that cannot be had are one sentence, with the setting that chooses each', () => {
    const inUse = { code: 'EADDRINUSE' }
    expect(portSentence([{ ...web, ...inUse }])).toBe(
      'Port 3000 (PORT) is in use by another program: stop it, or set PORT to another.',
    )
    expect(portSentence([web, flags].map((wish) => ({ ...wish, ...inUse })))).toBe(
      'Ports 3000 (PORT) and 3001 (FLAGS_PORT) are in use by another program: stop it, or set PORT and FLAGS_PORT to others.',
    )
    expect(portSentence([{ ...web, port: 80, code: 'EACCES' }])).toBe(
      'Port 80 (PORT) may not be used by this user: set a number from 1024.',
    )
    expect(portSentence([{ ...web, host: '10.9.9.9', code: 'EADDRNOTAVAIL' }])).toBe(
      'HOST is 10.9.9.9, which is no address of this machine.',
    )
  })
})
