import { join } from 'node:path'
import { filePlace, type HeadPlace, readHeadPlace } from '../../server/audit/heads/head-place.ts'
import { HEAD_ALGORITHMS, type HeadAlgorithm } from '../../server/audit/heads/head-statement.ts'
import { SettingsWrong } from '../../server/settings.ts'

/** With which key heads of the log are signed, and where they go. */
export interface HeadSettings {
  /** `HEAD_ALGORITHM`: `ed25519`, the default, or `ecdsa-p256-sha256`. */
  readonly alg: HeadAlgorithm
  /** `HEAD_KEY_FILE`: a private key in PEM; made below ROLLCALL_HOME when it is not set. */
  readonly keyFile: string
  /** `HEAD_PLACES`: addresses with spaces or commas between; without it a folder below home. */
  readonly places: readonly HeadPlace[]
}

/**
 * Reads the settings of the log's heads. On the demo an auditor's mailbox is the second place.
 *
 * @throws SettingsWrong with one sentence for each that is wrong.
 */
export function readHeadSettings(
  env: Readonly<Record<string, string | undefined>>,
  { home, embedded }: { readonly home: string; readonly embedded: boolean },
): HeadSettings {
  const problems: string[] = []
  const named = env.HEAD_ALGORITHM?.trim() || 'ed25519'
  const alg = HEAD_ALGORITHMS.find((one) => one === named)
  if (alg === undefined) {
    problems.push(`HEAD_ALGORITHM must be ${HEAD_ALGORITHMS.join(' or ')}.`)
  }
  const addresses = (env.HEAD_PLACES ?? '').split(/[\s,]+/).filter((part) => part !== '')
  const places = addresses.flatMap((address) => {
    const place = readHeadPlace(address)
    if (place === null) {
      problems.push(
        'HEAD_PLACES must be addresses such as file:///var/lib/rollcall/heads, https://witness.example.gov/heads, mailto:auditor@example.gov or syslog+tls://log.example.gov.',
      )
    }
    return place ?? []
  })
  if (problems.length > 0) throw new SettingsWrong(problems)
  return {
    alg: alg ?? 'ed25519',
    keyFile: env.HEAD_KEY_FILE?.trim() || join(home, 'head-key.pem'),
    places: addresses.length > 0 ? places : usualPlaces(home, embedded),
  }
}

function usualPlaces(home: string, embedded: boolean): HeadPlace[] {
  const mailbox = embedded ? readHeadPlace('mailto:auditor@example.gov') : null
  return [filePlace(join(home, 'heads')), mailbox].filter((place) => place !== null)
}
