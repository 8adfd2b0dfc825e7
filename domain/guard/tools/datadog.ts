import { z } from 'zod'
import { oneLine, type Signal, type Told } from '../signal.ts'

const text = z
  .union([z.string(), z.number().transform(String)])
  .optional()
  .catch(undefined)

const event = z.object({
  id: text,
  alert_id: text,
  alert_transition: text,
  alert_cycle_key: text,
  event_type: text,
  title: text,
  date: text,
  last_updated: text,
})

const TOLD: Readonly<Record<string, Told>> = {
  triggered: 'firing',
  're-triggered': 'firing',
  renotify: 'firing',
  recovered: 'resolved',
}

/** The payload to paste into Datadog's webhook, whose variables it fills in. */
export const DATADOG_PAYLOAD = `{
  "id": "$ID",
  "alert_id": "$ALERT_ID",
  "alert_transition": "$ALERT_TRANSITION",
  "alert_cycle_key": "$ALERT_CYCLE_KEY",
  "title": "$EVENT_TITLE",
  "date": "$DATE",
  "last_updated": "$LAST_UPDATED"
}`

/**
 * What Datadog's webhook sends with the payload above, or with its own default, whose title begins
 * with the transition: "[Triggered on {host:a}] …". A warning and missing data are unclear. Null for
 * what is no such event.
 */
export function readDatadog(payload: unknown): Signal | null {
  const read = event.safeParse(payload)
  if (!read.success) return null
  const { id, alert_id, alert_transition, alert_cycle_key, title, date, last_updated } = read.data
  if (id === undefined && alert_id === undefined) return null
  const transition =
    alert_transition ?? /^\[(Re-Triggered|Triggered|Recovered)/i.exec(title ?? '')?.[1]
  return {
    told: TOLD[transition?.toLowerCase() ?? ''] ?? 'unclear',
    said: oneLine(title),
    identity: JSON.stringify([id, alert_id, transition, alert_cycle_key, date, last_updated]),
    at: momentOf(last_updated) ?? momentOf(date),
    isTest: false,
  }
}

/** Datadog's moments are milliseconds since 1970. */
function momentOf(millis: string | undefined): Date | null {
  if (millis === undefined || !/^\d{12,14}$/.test(millis)) return null
  return new Date(Number(millis))
}
