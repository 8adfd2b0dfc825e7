import { relativeWords } from '../ui/time-words.ts'

const MINUTE_MS = 60_000

/** "Pushed to flipper.example.gov 2 s ago": to the second at first, when somebody waits for it. */
export function arrivedWords(server: string, confirmedAt: string | null, now: Date): string {
  if (confirmedAt === null) return `Stands on ${server}`
  const at = new Date(confirmedAt)
  const ago = now.getTime() - at.getTime()
  const words =
    ago < MINUTE_MS ? `${Math.max(0, Math.round(ago / 1000))} s ago` : relativeWords(at, now)
  return `Pushed to ${server} ${words}`
}
