import { SettingsWrong } from '../server/settings.ts'

/** What only the worker is told, beside the settings of the whole product. */
export interface WorkerSettings {
  /** `WORKER_CONCURRENCY`: how many jobs at a time; 4 by default. */
  readonly concurrency: number
  /** `WORKER_TAKE_OVER_SECONDS`: how soon a dead worker's jobs go to another; 10 by default. */
  readonly takeOverMs: number
}

/**
 * Reads the settings of the worker.
 *
 * @throws SettingsWrong with one sentence for each that is wrong.
 */
export function readWorkerSettings(
  env: Readonly<Record<string, string | undefined>>,
): WorkerSettings {
  const problems: string[] = []
  const whole = (name: string, fallback: number, most: number): number => {
    const text = env[name]?.trim() || String(fallback)
    const number = /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0
    if (number >= 1 && number <= most) return number
    problems.push(`${name} must be a whole number from 1 to ${most}.`)
    return fallback
  }
  const settings = {
    concurrency: whole('WORKER_CONCURRENCY', 4, 50),
    takeOverMs: whole('WORKER_TAKE_OVER_SECONDS', 10, 3600) * 1000,
  }
  if (problems.length > 0) throw new SettingsWrong(problems)
  return settings
}
