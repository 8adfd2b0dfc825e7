import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, SettingsWrong } from './settings.ts'

const REAL = {
  DATABASE_URL: 'postgresql://rollcall_app:secret@db.example.gov:5432/rollcall',
  NEXTAUTH_SECRET: 'Jq3v8mZp1xWc7RtY5nLb2KdF9sHg4TaQ',
  NEXTAUTH_URL: 'https://rollcall.example.gov',
  OIDC_ISSUER: 'https://sign-in.example.gov/oidc',
  OIDC_CLIENT_ID: 'rollcall',
  OIDC_CLIENT_SECRET: 'client-secret',
}

function problems(env: Record<string, string>, needs?: { signIn: boolean }): readonly string[] {
  try {
    readSettings(env, needs)
    return []
  } catch (error) {
    if (error instanceof SettingsWrong) return error.problems
    throw error
  }
}

describe('settings', () => {
  it('need nothing at all for the embedded default', () => {
    expect(readSettings({})).toEqual({
      port: 3000,
      flagsPort: 3001,
      idpPort: 3002,
      host: '127.0.0.1',
      home: resolve('.rollcall'),
      databaseUrl: null,
      nextauthUrl: 'http://localhost:3000',
      nextauthSecret: null,
      oidc: null,
      mail: null,
      embedded: true,
    })
  })

  it('take a real database together with a real identity provider', () => {
    expect(
      readSettings({ ...REAL, PORT: '8080', HOST: '0.0.0.0', ROLLCALL_HOME: '/srv/rc' }),
    ).toEqual({
      port: 8080,
      flagsPort: 3001,
      idpPort: 3002,
      host: '0.0.0.0',
      home: '/srv/rc',
      databaseUrl: REAL.DATABASE_URL,
      nextauthUrl: 'https://rollcall.example.gov',
      nextauthSecret: REAL.NEXTAUTH_SECRET,
      oidc: {
        issuer: 'https://sign-in.example.gov/oidc',
        clientId: 'rollcall',
        clientSecret: 'client-secret',
      },
      mail: null,
      embedded: false,
    })
  })

  it('say where people reach the app from where it listens', () => {
    const at = (HOST: string) => readSettings({ HOST, PORT: '4000' }).nextauthUrl
    expect(at('127.0.0.1')).toBe('http://localhost:4000')
    expect(at('localhost')).toBe('http://localhost:4000')
    expect(at('0.0.0.0')).toBe('http://localhost:4000')
    expect(at('10.1.2.3')).toBe('http://10.1.2.3:4000')
    expect(at('fd00::1')).toBe('http://[fd00::1]:4000')
    expect(readSettings({ NEXTAUTH_URL: 'https://a.example.gov/' }).nextauthUrl).toBe(
      'https://a.example.gov',
    )
  })

  it('count an empty variable as not set', () => {
    expect(readSettings({ DATABASE_URL: '', PORT: ' ', OIDC_ISSUER: '' })).toEqual(readSettings({}))
  })

  it('say one line for each that is wrong, all at once', () => {
    expect(
      problems({
        PORT: 'eighty',
        FLAGS_PORT: '70000',
        IDP_PORT: '0',
        HOST: 'not a host',
        NEXTAUTH_URL: 'https://rollcall.example.gov/app',
        NEXTAUTH_SECRET: 'short',
        API_REQUESTS_PER_MINUTE: '0',
        CONNECTED_HOSTS: 'flipper.internal,,',
        WEBHOOK_PRIVATE_ADDRESSES: 'yes',
        OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318',
      }),
    ).toEqual([
      'PORT must be a whole number from 1 to 65535.',
      'FLAGS_PORT must be a whole number from 1 to 65535.',
      'IDP_PORT must be a whole number from 1 to 65535.',
      'HOST must be a host name or an IP address.',
      'NEXTAUTH_URL must be an http or https address without a path, such as https://rollcall.example.gov.',
      'NEXTAUTH_SECRET must be at least 32 bytes long, such as what "openssl rand -base64 33" prints.',
      'API_REQUESTS_PER_MINUTE must be a whole number from 1 on.',
      'CONNECTED_HOSTS must be names of hosts between commas.',
      'WEBHOOK_PRIVATE_ADDRESSES must be "allow", or left out.',
      'OTEL_EXPORTER_OTLP_ENDPOINT must be an http or https address.',
    ])
  })

  it('never repeat a secret that is wrong', () => {
    const said = problems({
      ...REAL,
      NEXTAUTH_SECRET: 'hunter2',
      DATABASE_URL: 'mysql://u:pw77@h/d',
    })
    expect(said).toHaveLength(2)
    expect(said.join()).not.toMatch(/hunter2|pw77/)
  })

  it('refuse two services on one port', () => {
    expect(problems({ PORT: '3001' })).toEqual([
      'PORT, FLAGS_PORT, IDP_PORT must be different ports.',
    ])
    expect(problems({ ...REAL, PORT: '3002' })).toEqual([])
  })

  it('refuse a database that is not PostgreSQL, or an address without one', () => {
    for (const DATABASE_URL of [
      'mysql://h/d',
      'db.example.gov',
      'postgresql://h:5432',
      'postgresql://h/',
    ]) {
      expect(problems({ ...REAL, DATABASE_URL })).toEqual([
        'DATABASE_URL must be a PostgreSQL address with a database, such as postgresql://user:password@host:5432/rollcall.',
      ])
    }
  })

  it.each([
    'http://sign-in.example.gov',
    'https://localhost:8443',
    'https://idp.localhost',
    'https://localhost.',
    'https://127.0.0.1',
    'https://127.1',
    'https://2130706433',
    'https://[::1]:3002',
    'https://[::ffff:127.0.0.1]',
    'https://0.0.0.0',
    'sign-in.example.gov',
  ])('refuse %s as the identity provider of a real database', (OIDC_ISSUER) => {
    expect(problems({ ...REAL, OIDC_ISSUER })).toEqual([
      'OIDC_ISSUER must be the https address of a real identity provider, not of this machine, when DATABASE_URL is set.',
    ])
  })

  it('ask a real database for every part of its sign-in', () => {
    expect(problems({ DATABASE_URL: REAL.DATABASE_URL })).toEqual(
      ['NEXTAUTH_SECRET', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'].map(
        (name) => `${name} is not set: it is needed when DATABASE_URL is set.`,
      ),
    )
  })

  it('ask a process that signs nobody in for none of it', () => {
    const settings = readSettings({ DATABASE_URL: REAL.DATABASE_URL }, { signIn: false })
    expect(settings).toMatchObject({ databaseUrl: REAL.DATABASE_URL, oidc: null, embedded: false })
  })

  it('refuse an identity provider beside the embedded database', () => {
    expect(problems({ OIDC_ISSUER: 'https://sign-in.example.gov' })).toEqual([
      "OIDC_ISSUER needs DATABASE_URL: without it, the demo's own provider signs in.",
    ])
  })
})
