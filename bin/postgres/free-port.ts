import { createServer } from 'node:net'

/** A TCP port of `host` that is free now; with `wanted`, that one or `undefined` when it is taken. */
export function freePort(host: string, wanted = 0): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen({ host, port: wanted, exclusive: true }, () => {
      const address = probe.address()
      const port = typeof address === 'object' && address !== null ? address.port : undefined
      probe.close(() => resolve(port))
    })
  })
}
