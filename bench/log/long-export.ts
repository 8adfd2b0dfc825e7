import { createHash, hash as digestOf } from 'node:crypto'
import { GENESIS, leafOf } from '../../domain/audit/chain.ts'

const STATES = 2100
const START = 1_760_000_000_000_000n

/** So many entries go out in one piece. */
const PIECE = 500

const known = new Map<string, string>()

/** The same for one text each time; what comes again and again is worked out once. */
function knownUuid(text: string): string {
  const found = known.get(text) ?? uuidOf(text)
  known.set(text, found)
  return found
}

function uuidOf(text: string): string {
  const hex = digestOf('md5', text, 'hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

function image(state: number, percentage: number | null): string {
  return `{"actors":[],"boolean":false,"environment_id":"${knownUuid(`environment ${state % 3}`)}","expression":null,"groups":[],"percentage_of_actors":${percentage},"percentage_of_time":null,"toggle_id":"${knownUuid(`toggle ${state % 700}`)}"}`
}

/** An export that verifies, of flips of 700 toggles in three environments in turn, piece by piece. */
export function* longExport(entries: number): Generator<string> {
  yield `{"format":"rollcall-audit-v1","origin":"https://rollcall.example.gov","from_seq":1,"to_seq":${entries},"exported_at":"2026-11-23T09:00:00.000Z"}\n`
  const link = Buffer.alloc(81, 1)
  let prev = GENESIS
  let piece = ''
  for (let seq = 1; seq <= entries; seq += 1) {
    const state = seq % STATES
    const version = Math.floor((seq - (state === 0 ? STATES : state)) / STATES) + 1
    const at = (n: number) => (n === 0 ? null : image(state, (n * 7 + state) % 101))
    const text = `Stage ${seq}`
    const payload = `{"actor":{"authenticated_at":null,"id":"${knownUuid('Tomás Ibarra')}","kind":"person","roles":["tech_lead"],"token":null},"changes":[{"after":${at(version)},"before":${at(version - 1)},"entity":"toggle_state","id":"${knownUuid(`state ${state}`)}","version":${version}}],"data":{"checks":[],"from":"off","rests_on":null,"to":"${version % 101} % of actors"},"id":"${uuidOf(`entry ${seq}`)}","outcome":"allowed","request_id":"${uuidOf(`request ${seq}`)}","target":{"environment":"production","toggle":"toggle_${state % 700}"},"texts":{"reason":"${digestOf('sha256', `salt${text}`, 'hex')}"},"type":"toggle.widened","v":1,"via":"page"}`
    const leaf = leafOf(payload)
    const sealedAt = START + BigInt(seq) * 1_000_003n
    link.write(prev, 1, 'hex')
    link.writeBigInt64BE(BigInt(seq), 33)
    link.writeBigInt64BE(sealedAt, 41)
    link.write(leaf, 49, 'hex')
    const hash = createHash('sha256').update(link).digest('hex')
    piece += `{"seq":${seq},"sealed_at":"${sealedAt}","leaf":"${leaf}","prev":"${prev}","hash":"${hash}","payload":${JSON.stringify(payload)},"texts":{"reason":{"salt":"salt","text":"${text}"}}}\n`
    prev = hash
    if (seq % PIECE === 0) {
      yield piece
      piece = ''
    }
  }
  yield `${piece}{"count":${entries},"last_hash":"${prev}"}\n`
}
