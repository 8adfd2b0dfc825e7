import { createHash } from 'node:crypto'
import { canonical, type Json } from '../../domain/audit/canonical.ts'
import { GENESIS, leafOf, linkHash } from '../../domain/audit/chain.ts'

/** One line of an export, free to be tampered with. */
export interface ExportLine {
  [member: string]: unknown
  seq: number
  sealed_at: string
  leaf: string
  prev: string
  hash: string
  payload: string
  texts: Record<string, { salt: string; text: string | null }>
}

export interface Export {
  header: Record<string, unknown>
  lines: ExportLine[]
  footer: Record<string, unknown>
}

const START = 1_795_327_200_000_000n
export const ORIGIN = 'https://rollcall.example.gov'

function uuid(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-')
}

function textDigest(salt: string, text: string): string {
  return createHash('sha256')
    .update(salt + text)
    .digest('hex')
}

/** The payload of the n-th flip of a log that takes three toggles up in turn. */
export function payloadOf(seq: number): Record<string, unknown> {
  const toggle = seq % 3
  const version = Math.ceil(seq / 3)
  const image = (percentage: number) => ({ boolean: false, percentage_of_actors: percentage })
  return {
    v: 1,
    id: uuid(`entry ${seq}`),
    request_id: uuid(`request ${seq}`),
    via: 'page',
    outcome: 'allowed',
    actor: { kind: 'person', id: uuid('Tomás Ibarra'), roles: ['tech_lead'], token: null },
    type: 'toggle.widened',
    target: { toggle: `toggle_${toggle}`, environment: 'production' },
    data: { from: 'off', to: 'on' },
    texts: { reason: textDigest(`salt ${seq}`, `Stage ${version}\u2028– “go”`) },
    changes: [
      {
        entity: 'toggle_state',
        id: uuid(`toggle ${toggle}`),
        version,
        before: version === 1 ? null : image(version - 1),
        after: image(version),
      },
    ],
  }
}

/** Seals payloads as the database does. */
export function seal(payloads: readonly unknown[], from = 1, before = GENESIS): Export {
  let prev = before
  const lines = payloads.map((payload, index): ExportLine => {
    const seq = from + index
    const text = canonical(payload as Json)
    const leaf = leafOf(text)
    const sealedAtMicros = START + BigInt(seq) * 1_000_003n
    const hash = linkHash({ prev, seq: BigInt(seq), sealedAtMicros, leaf })
    const reason = { salt: `salt ${seq}`, text: `Stage ${Math.ceil(seq / 3)}\u2028– “go”` }
    const line = {
      seq,
      sealed_at: String(sealedAtMicros),
      leaf,
      prev,
      hash,
      payload: text,
      texts: { reason },
    }
    prev = hash
    return line
  })
  const to_seq = from + lines.length - 1
  return {
    header: {
      format: 'rollcall-audit-v1',
      origin: ORIGIN,
      from_seq: from,
      to_seq,
      exported_at: '2026-11-23T09:00:00.000Z',
    },
    lines,
    footer: { count: lines.length, last_hash: prev },
  }
}

/** A whole log of `count` entries that holds. */
export function soundExport(count: number): Export {
  return seal(Array.from({ length: count }, (_, index) => payloadOf(index + 1)))
}

/** The file, as the server writes it. */
export function asText({ header, lines, footer }: Export): string {
  return [header, ...lines, footer].map((line) => `${JSON.stringify(line)}\n`).join('')
}
