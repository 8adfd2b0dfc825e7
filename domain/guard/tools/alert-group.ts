import { z } from 'zod'
import { oneLine, type Signal, type Told } from '../signal.ts'

const words = z.record(z.string(), z.string()).catch({})

const alert = z.object({
  status: z.string(),
  labels: words.default({}),
  annotations: words.default({}),
  startsAt: z.string().catch(''),
  endsAt: z.string().catch(''),
  fingerprint: z.string().optional(),
})

const group = z.object({
  status: z.string(),
  groupKey: z.string().catch(''),
  title: z.string().optional(),
  commonLabels: words.default({}),
  commonAnnotations: words.default({}),
  alerts: z.array(alert).max(10_000),
})

type Alert = z.infer<typeof alert>

/** Names that Grafana gives to alerts which say only that it could not look. */
const BLIND = new Set(['DatasourceNoData', 'DatasourceError'])

/**
 * What Alertmanager (webhook version 4) and Grafana send: a group of alerts. One that is resolved
 * as a whole is over; a group that fires only because Grafana got no data or an error is unclear.
 * Sent again while nothing changed, it is the same telling. Null for anything else.
 */
export function readAlertGroup(payload: unknown): Signal | null {
  const read = group.safeParse(payload)
  if (!read.success) return null
  const { status, groupKey, title, alerts, commonLabels, commonAnnotations } = read.data
  const firing = alerts.filter((one) => one.status === 'firing')
  const first = firing[0] ?? alerts[0]
  const said =
    commonAnnotations.summary ?? title ?? commonLabels.alertname ?? first?.labels.alertname
  return {
    told: toldBy(status, firing),
    said: oneLine(said),
    identity: JSON.stringify([status, groupKey, ...alerts.map(identityOf).sort()]),
    at: null,
    isTest: alerts.length > 0 && alerts.every(isTestAlert),
  }
}

function toldBy(status: string, firing: readonly Alert[]): Told {
  if (status === 'resolved') return 'resolved'
  if (status !== 'firing' || firing.length === 0) return 'unclear'
  return firing.every(({ labels }) => BLIND.has(labels.alertname ?? '')) ? 'unclear' : 'firing'
}

function identityOf({ fingerprint, labels, status, startsAt, endsAt }: Alert): string {
  const which = fingerprint ?? JSON.stringify(Object.entries(labels).sort())
  return JSON.stringify([which, status, startsAt, status === 'resolved' ? endsAt : ''])
}

function isTestAlert({ labels }: Alert): boolean {
  return labels.alertname === 'TestAlert' && labels.instance === 'Grafana'
}
