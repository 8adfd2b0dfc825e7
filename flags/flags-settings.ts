import { SettingsWrong } from '../server/settings.ts'
import type { CorsOrigins } from './cors.ts'

/** What only the evaluation server is told, beside the settings of the whole product. */
export interface FlagsSettings {
  /** `FLAGS_CORS_ORIGINS`: `*` (the default), `none`, or origins with commas between. */
  readonly corsOrigins: CorsOrigins
  /** `FLAGS_RATE_LIMIT`: requests a second for each token, on average; 50,000 by default. */
  readonly ratePerSecond: number
  /** `FLAGS_ANONYMOUS_ENVIRONMENT`: what browsers may read of vets-website's toggles unasked. */
  readonly anonymousEnvironment: string | null
  /** `FLAGS_EVENT_STREAMS`: how many event streams may be open; 10,000 by default. */
  readonly mostStreams: number
  /** `FLAGS_REQUEST_LOG`: one line a request on standard output, `on` by default, or `off`. */
  readonly logsRequests: boolean
  /** `FLAGS_QUICK_DOOR`: `on` by default; `off` leaves every connection to Node's parser. */
  readonly isQuick: boolean
  /**
   * `FLAGS_UPSTREAM` with `FLAGS_UPSTREAM_TOKEN`: another evaluation server that the rules come from,
   * and a flags token for it. This one then knows no database and writes nothing.
   */
  readonly upstream: { readonly url: string; readonly token: string } | null
}

/**
 * Reads the settings of the evaluation server.
 *
 * @throws SettingsWrong with one sentence for each that is wrong.
 */
export function readFlagsSettings(
  env: Readonly<Record<string, string | undefined>>,
): FlagsSettings {
  const problems: string[] = []
  const given = (name: string): string | null => env[name]?.trim() || null
  const whole = (name: string, fallback: number): number => {
    const text = given(name)
    if (text === null) return fallback
    if (/^[1-9]\d{0,6}$/.test(text)) return Number(text)
    problems.push(`${name} must be a whole number from 1 to 9999999.`)
    return fallback
  }
  const origins = (): CorsOrigins => {
    const text = given('FLAGS_CORS_ORIGINS') ?? '*'
    if (text === '*') return '*'
    if (text === 'none') return []
    const list = text.split(',').map((origin) => origin.trim())
    if (list.every((origin) => URL.parse(origin)?.origin === origin)) return list
    problems.push('FLAGS_CORS_ORIGINS must be *, none, or origins such as https://www.example.gov.')
    return []
  }
  const isOn = (name: string): boolean => {
    const text = given(name) ?? 'on'
    if (text !== 'on' && text !== 'off') problems.push(`${name} must be on or off.`)
    return text === 'on'
  }
  const upstream = (): FlagsSettings['upstream'] => {
    const url = given('FLAGS_UPSTREAM')
    const token = given('FLAGS_UPSTREAM_TOKEN')
    if (url === null && token === null) return null
    if (url === null || token === null) {
      problems.push('FLAGS_UPSTREAM and FLAGS_UPSTREAM_TOKEN are set together.')
    } else if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
      problems.push('FLAGS_UPSTREAM must be an address such as https://flags.example.gov.')
    } else return { url: url.replace(/\/+$/, ''), token }
    return null
  }
  const settings = {
    corsOrigins: origins(),
    ratePerSecond: whole('FLAGS_RATE_LIMIT', 50_000),
    anonymousEnvironment: given('FLAGS_ANONYMOUS_ENVIRONMENT'),
    mostStreams: whole('FLAGS_EVENT_STREAMS', 10_000),
    logsRequests: isOn('FLAGS_REQUEST_LOG'),
    isQuick: isOn('FLAGS_QUICK_DOOR'),
    upstream: upstream(),
  }
  if (problems.length > 0) throw new SettingsWrong(problems)
  return settings
}
