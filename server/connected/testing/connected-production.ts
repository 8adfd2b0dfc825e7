import { cast } from '../../testing/cast.ts'
import { type Connected, connectEnvironment } from '../connect.ts'
import { tryServer } from '../try-server.ts'
import type { FlipperStandIn } from './flipper-stand-in.ts'

interface How {
  readonly first_sync?: 'take_theirs' | 'push_ours'
  readonly on_drift?: 'adopt' | 'put_back'
  readonly environment?: string
  readonly override?: { readonly reason: string }
}

/** Alma connects an environment, production unless said otherwise, having looked what differs. */
export async function connectTo(server: FlipperStandIn, how: How = {}): Promise<Connected> {
  process.env.NEXTAUTH_SECRET ??= 'a secret of the tests, of thirty-two bytes'
  process.env.CONNECTED_HOSTS = '127.0.0.1'
  const { environment = 'production', first_sync = 'push_ours', on_drift = 'adopt' } = how
  const given = { address: server.address, auth: 'bearer', token: 'flipper-token' } as const
  const { seen } = await tryServer(cast.alma(), environment, given)
  const override = how.override ? { override: how.override } : {}
  const input = { ...given, first_sync, on_drift, seen, ...override }
  return (await connectEnvironment(cast.alma(), environment, input)).result
}
