import type { ConnectedFacts } from '../facts/connected-facts.ts'
import { asWords, listed, place } from '../phrases.ts'
import type { WordsOf } from '../words-of.ts'

/** What happens with a connected Flipper server. In the words that follow the name of who did it. */
export const connectedWords: WordsOf<ConnectedFacts> = {
  'environment.connected': ({ payload: { target, data } }) =>
    `connected ${target.environment} to the Flipper server ${data.server}, ${firstSync(data)}`,
  'environment.connection_changed': ({ payload: { target, data } }) =>
    data.token
      ? `gave the connection of ${target.environment} to ${data.server} another token`
      : `chose for ${target.environment} that ${driftWords(data.on_drift)}`,
  'environment.disconnected': ({ payload: { target, data } }) =>
    `disconnected ${target.environment} from the Flipper server ${data.server}${
      data.pending === 0
        ? ''
        : `, where ${data.pending} ${data.pending === 1 ? 'state' : 'states'} had not arrived`
    }`,
  'toggle.taken_over': ({ payload: { target, data } }) =>
    `took ${place(target)} over as it stands on ${data.server}, from ${data.from} to ${data.to}${unmetWords(data)}`,
  'toggle.changed_outside': ({ payload: { target, data } }) =>
    `found ${place(target)} changed outside Rollcall, on ${data.server}, from ${data.from} to ${data.to}${unmetWords(data)}`,
  'toggle.pushed_over': ({ payload: { target, data } }) =>
    `replaced ${data.from}, ${data.meanwhile ? 'set outside Rollcall meanwhile' : 'which stood'} on ${data.server} for ${place(target)}, with ${data.to}`,
}

function firstSync({ first_sync, differed }: ConnectedFacts['environment.connected']): string {
  if (differed === 0) return 'where nothing differed'
  const toggles = `${differed} ${differed === 1 ? 'toggle' : 'toggles'} that differed`
  return first_sync === 'take_theirs'
    ? `taking over from it ${toggles}`
    : `pushing to it ${toggles}`
}

function driftWords(choice: 'adopt' | 'put_back'): string {
  return choice === 'adopt'
    ? 'what is changed outside Rollcall is adopted and told'
    : 'what is widened outside Rollcall is put back and told'
}

function unmetWords({ unmet }: ConnectedFacts['toggle.changed_outside']): string {
  return unmet.length === 0 ? '' : `, without: ${listed(unmet.map(asWords))}`
}
