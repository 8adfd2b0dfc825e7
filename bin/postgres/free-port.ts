import { createServer } from 'node:net'

/** Tries to listen at `host` and `port` (0: any): the port, or the system's code for why not. */
export function tryPort(host: string, port: number): Promise<number | string> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen({ host, port, exclusive: true }, () => {
      const address = probe.address()
      const found = typeof address === 'object' && address !== null ? address.port : port
      probe.close(() => resolve(found))
    })
  })
}

/** A TCP port of `host` that is free now; with `wanted`, that one or `undefined` when it is taken. */
export async function freePort(host: string, wanted = 0): Promise<number | undefined> {
  const found = await tryPort(host, wanted)
  return typeof found === 'number' ? found : undefined
}
