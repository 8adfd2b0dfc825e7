import type { Example } from './example.ts'

const development = { key: 'development' }
const server = { address: '{flipper}', auth: 'bearer', token: 'the-token-of-that-server' }

/** An environment that drives a Flipper server: looked at, connected, watched and let go. */
export const CONNECTION_EXAMPLES: readonly Example[] = [
  {
    of: 'tryConnection',
    as: 'alma',
    params: development,
    json: server,
    keep: { seen: 'seen' },
  },
  {
    of: 'connectEnvironment',
    as: 'alma',
    params: development,
    json: { ...server, first_sync: 'take_theirs', on_drift: 'adopt', seen: '{seen}' },
  },
  { of: 'lookAtConnection', as: 'alma', params: development },
  { of: 'readConnection', as: 'victor', params: development },
  {
    of: 'readArrival',
    as: 'victor',
    params: { key: 'document_upload', environment: 'development' },
  },
  {
    of: 'bringInFeatures',
    as: 'alma',
    params: development,
    json: { keys: ['claim_digest'] },
  },
  { of: 'changeConnection', as: 'alma', params: development, json: { on_drift: 'put_back' } },
  {
    of: 'disconnectEnvironment',
    as: 'alma',
    params: development,
    json: { reason: 'Its applications ask Rollcall themselves now' },
  },
]
