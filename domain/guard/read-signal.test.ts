import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GUARD_TOOLS } from './guard-tools.ts'
import { readSignal } from './read-signal.ts'
import { guardDecision, isTimely, type Signal } from './signal.ts'
import { DATADOG_PAYLOAD } from './tools/datadog.ts'

const group = {
  receiver: 'rollcall',
  status: 'firing',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'HighErrorRate', service: 'claims' },
      annotations: { summary: 'Errors above 2 % for 5 minutes' },
      startsAt: '2026-11-22T09:51:03.157076+00:00',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus.example.gov/graph',
      fingerprint: 'c6eadffa33fcdf37',
    },
  ],
  groupLabels: { alertname: 'HighErrorRate' },
  commonLabels: { alertname: 'HighErrorRate', service: 'claims' },
  commonAnnotations: { summary: 'Errors above 2 % for 5 minutes' },
  externalURL: 'http://alertmanager.example.gov',
  version: '4',
  groupKey: '{}:{alertname="HighErrorRate"}',
  truncatedAlerts: 0,
}

const ofGrafana = {
  ...group,
  orgId: 1,
  title: '[FIRING:1] HighErrorRate',
  state: 'alerting',
  message: '',
}

function datadog(transition: string): unknown {
  const filled = {
    $ID: '7214',
    $ALERT_ID: '1234',
    $ALERT_TRANSITION: transition,
    $ALERT_CYCLE_KEY: '9bd4',
    $EVENT_TITLE: `[${transition}] Error rate is high`,
    $DATE: '1795341063157',
    $LAST_UPDATED: '1795341063157',
  }
  return JSON.parse(
    Object.entries(filled).reduce(
      (json, [name, value]) => json.replace(`"${name}"`, `"${value}"`),
      DATADOG_PAYLOAD,
    ),
  )
}

const must = (signal: Signal | null): Signal => {
  if (signal === null) throw new Error('not understood')
  return signal
}

describe('a signal', () => {
  test.each(['alertmanager', 'grafana'] as const)(
    'of %s is firing, resolved or the same again',
    (tool) => {
      const body = tool === 'grafana' ? ofGrafana : group
      const firing = must(readSignal(tool, body))
      expect(firing).toMatchObject({ told: 'firing', said: 'Errors above 2 % for 5 minutes' })
      expect(must(readSignal(tool, structuredClone(body))).identity).toBe(firing.identity)
      const over = must(readSignal(tool, { ...body, status: 'resolved' }))
      expect(over.told).toBe('resolved')
      expect(over.identity).not.toBe(firing.identity)
    },
  )

  test('of Grafana that got no data is unclear, and its test button means nothing', () => {
    const named = (labels: object) => ({
      ...ofGrafana,
      alerts: [{ ...group.alerts[0], labels }],
    })
    expect(must(readSignal('grafana', named({ alertname: 'DatasourceNoData' }))).told).toBe(
      'unclear',
    )
    expect(
      must(readSignal('grafana', named({ alertname: 'TestAlert', instance: 'Grafana' }))).isTest,
    ).toBe(true)
    expect(must(readSignal('grafana', { ...ofGrafana, alerts: [] })).told).toBe('unclear')
  })

  test.each([
    ['Triggered', 'firing'],
    ['Re-Triggered', 'firing'],
    ['Recovered', 'resolved'],
    ['Warn', 'unclear'],
    ['No Data', 'unclear'],
  ])('of Datadog that %s is %s', (transition, told) => {
    expect(must(readSignal('datadog', datadog(transition)))).toMatchObject({
      told,
      at: new Date(1795341063157),
    })
  })

  test('of Datadog’s own default payload is told by its title', () => {
    const sent = {
      body: 'text',
      last_updated: '1795341063157',
      event_type: 'query_alert_monitor',
      title: '[Triggered on {host:claims-1}] Error rate',
      date: '1795341063157',
      org: { id: '1', name: 'Benefits' },
      id: '7214',
    }
    expect(must(readSignal('datadog', sent)).told).toBe('firing')
  })

  test('of any program names its id, what it says and when', () => {
    const sent = { id: 'run-7', status: 'inconclusive', at: '2026-11-22T10:00:00Z' }
    const signal = must(readSignal('generic', sent))
    expect(signal).toMatchObject({ told: 'unclear', said: 'no words' })
    expect(isTimely(signal, new Date('2026-11-22T10:14:00Z'))).toBe(true)
    expect(isTimely(signal, new Date('2026-11-22T10:16:00Z'))).toBe(false)
    expect(readSignal('generic', { ...sent, status: 'on' })).toBeNull()
  })

  test('is never more than one line, whatever is sent', () => {
    const forged = {
      ...group,
      commonAnnotations: { summary: `a\u2028b\r\nBcc: x ${'y'.repeat(500)}` },
    }
    expect(must(readSignal('alertmanager', forged)).said).toMatch(/^a b Bcc: x y{188}…$/)
  })

  test('that is not of its tool is not understood, and nothing throws', () => {
    fc.assert(
      fc.property(fc.constantFrom(...GUARD_TOOLS), fc.jsonValue(), (tool, payload) => {
        const signal = readSignal(tool, payload)
        expect(signal === null || typeof signal.identity === 'string').toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

test('a guard acts on what fires, rehearses in a dry run, leaves what is over and asks about the rest', () => {
  const live = { isDryRun: false }
  expect(guardDecision(live, { told: 'firing', isTest: false })).toBe('act')
  expect(guardDecision({ isDryRun: true }, { told: 'firing', isTest: false })).toBe('rehearse')
  expect(guardDecision(live, { told: 'resolved', isTest: false })).toBe('ignore')
  expect(guardDecision(live, { told: 'firing', isTest: true })).toBe('ignore')
  expect(guardDecision(live, { told: 'unclear', isTest: false })).toBe('ask')
})
