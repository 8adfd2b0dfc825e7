import { describe, expect, it } from 'vitest'
import { SettingsWrong } from '../server/settings.ts'
import { readFlagsSettings } from './flags-settings.ts'

describe('the settings of the evaluation server', () => {
  it('have a default each', () => {
    expect(readFlagsSettings({ FLAGS_RATE_LIMIT: ' ' })).toEqual({
      corsOrigins: '*',
      ratePerSecond: 50_000,
      anonymousEnvironment: null,
      mostStreams: 10_000,
      logsRequests: true,
      isQuick: true,
      upstream: null,
    })
  })

  it('are read', () => {
    expect(
      readFlagsSettings({
        FLAGS_CORS_ORIGINS: 'https://www.example.gov, http://localhost:3000',
        FLAGS_RATE_LIMIT: '100',
        FLAGS_ANONYMOUS_ENVIRONMENT: 'staging',
        FLAGS_EVENT_STREAMS: '50',
        FLAGS_REQUEST_LOG: 'off',
        FLAGS_QUICK_DOOR: 'off',
        FLAGS_UPSTREAM: 'https://flags.example.gov/',
        FLAGS_UPSTREAM_TOKEN: 'rc_production_edge',
      }),
    ).toEqual({
      corsOrigins: ['https://www.example.gov', 'http://localhost:3000'],
      ratePerSecond: 100,
      anonymousEnvironment: 'staging',
      mostStreams: 50,
      logsRequests: false,
      isQuick: false,
      upstream: { url: 'https://flags.example.gov', token: 'rc_production_edge' },
    })
    expect(readFlagsSettings({ FLAGS_CORS_ORIGINS: 'none' }).corsOrigins).toEqual([])
  })

  it('say of each wrong one what is wrong', () => {
    const wrong = {
      FLAGS_CORS_ORIGINS: 'https://www.example.gov/path',
      FLAGS_RATE_LIMIT: '0',
      FLAGS_EVENT_STREAMS: 'many',
      FLAGS_REQUEST_LOG: 'maybe',
      FLAGS_QUICK_DOOR: 'slow',
      FLAGS_UPSTREAM: 'https://flags.example.gov/',
    }
    expect(() => readFlagsSettings(wrong)).toThrow(SettingsWrong)
    expect(() => readFlagsSettings(wrong)).toThrow(
      expect.objectContaining({
        problems: [
          'FLAGS_CORS_ORIGINS must be *, none, or origins such as https://www.example.gov.',
          'FLAGS_RATE_LIMIT must be a whole number from 1 to 9999999.',
          'FLAGS_EVENT_STREAMS must be a whole number from 1 to 9999999.',
          'FLAGS_REQUEST_LOG must be on or off.',
          'FLAGS_QUICK_DOOR must be on or off.',
          'FLAGS_UPSTREAM and FLAGS_UPSTREAM_TOKEN are set together.',
        ],
      }),
    )
  })
})
