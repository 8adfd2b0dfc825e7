import type { ConnectedFacts } from '../../facts/connected-facts.ts'
import { inProduction, KEY, type ToldOf } from '../told.ts'

const production = { environment: 'production' }
const server = 'flipper.example.gov'

export const connectedTold: ToldOf<ConnectedFacts> = {
  'environment.connected': {
    target: production,
    data: { server, first_sync: 'take_theirs', differed: 2, on_drift: 'adopt' },
    sentence:
      'Tomás Ibarra connected production to the Flipper server flipper.example.gov, taking over from it 2 toggles that differed.',
  },
  'environment.connection_changed': {
    target: production,
    data: { server, token: false, on_drift: 'put_back' },
    sentence:
      'Tomás Ibarra chose for production that what is widened outside Rollcall is put back and told.',
  },
  'environment.disconnected': {
    target: production,
    data: { server, pending: 1 },
    sentence:
      'Tomás Ibarra disconnected production from the Flipper server flipper.example.gov, where 1 state had not arrived.',
  },
  'toggle.taken_over': {
    target: inProduction,
    data: { from: 'off', to: '25 % of actors', direction: 'widens', unmet: ['soak'], server },
    sentence: `Tomás Ibarra took ${KEY} in production over as it stands on flipper.example.gov, from off to 25 % of actors, without: soak.`,
  },
  'toggle.changed_outside': {
    target: inProduction,
    data: {
      from: '10 % of actors',
      to: '50 % of actors',
      direction: 'widens',
      unmet: ['launch_decision', 'soak'],
      server,
    },
    sentence: `Tomás Ibarra found ${KEY} in production changed outside Rollcall, on flipper.example.gov, from 10 % of actors to 50 % of actors, without: launch decision and soak.`,
  },
  'toggle.pushed_over': {
    target: inProduction,
    data: { from: 'on', to: 'off', direction: 'narrows', unmet: [], server, meanwhile: true },
    sentence: `Tomás Ibarra replaced on, set outside Rollcall meanwhile on flipper.example.gov for ${KEY} in production, with off.`,
  },
}
