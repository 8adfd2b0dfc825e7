import { describe, expect, it } from 'vitest'
import { bearing, PRODUCTION, testServer, toggle } from '../testing/test-server.ts'
import { camelCase } from './feature-toggles.ts'

const toggles = [
  toggle('vre_eligibility_status_updates', { boolean: true }),
  toggle('disability_526_show_confirmation_review', { percentageOfActors: 100 }),
  toggle('search_stats', { percentageOfActors: 50 }, { actorType: 'cookie_id' }),
  toggle('retired', { boolean: true }, { archived: true }),
]

async function read(query: string, headers: Record<string, string> = bearing(PRODUCTION)) {
  const server = testServer(toggles)
  const answer = await server.app.inject({ url: `/v0/feature_toggles${query}`, headers })
  return { status: answer.statusCode, body: answer.json() }
}

describe('the toggles as vets-website reads them', () => {
  it('lists every toggle in both spellings when none is asked for', async () => {
    const { body } = await read('?&cookie_id=User;1')
    expect(body).toEqual({
      data: {
        type: 'feature_toggles',
        features: [
          { name: 'vreEligibilityStatusUpdates', value: true },
          { name: 'vre_eligibility_status_updates', value: true },
          { name: 'disability526ShowConfirmationReview', value: false },
          { name: 'disability_526_show_confirmation_review', value: false },
          { name: 'searchStats', value: true },
          { name: 'search_stats', value: true },
        ],
      },
    })
  })

  it('answers those asked for, named as asked, unknown ones false', async () => {
    const { body } = await read(
      '?features=searchStats,vre_eligibility_status_updates,nope&cookie_id=User;22',
    )
    expect(body.data.features).toEqual([
      { name: 'searchStats', value: false },
      { name: 'vre_eligibility_status_updates', value: true },
      { name: 'nope', value: false },
    ])
  })

  it('puts a cookie into its bucket only for toggles whose actor is a cookie', async () => {
    const asked = '?features=search_stats,disability526ShowConfirmationReview'
    const withCookie = await read(`${asked}&cookie_id=User;1`)
    expect(withCookie.body.data.features.map((one: { value: boolean }) => one.value)).toEqual([
      true,
      false,
    ])
    const without = await read(asked)
    expect(without.body.data.features[0]).toEqual({ name: 'search_stats', value: false })
  })

  it('needs a token unless an environment is open to browsers', async () => {
    expect((await read('', {})).status).toBe(401)
    const open = testServer(toggles, { anonymousEnvironment: 'production' })
    const answer = await open.app.inject({ url: '/v0/feature_toggles' })
    expect(answer.statusCode).toBe(200)
    const wrong = await open.app.inject({ url: '/v0/feature_toggles', headers: bearing('rc_no') })
    expect(wrong.statusCode).toBe(401)
  })

  it('spells as Rails does', () => {
    expect(camelCase('va_dependents_v3')).toBe('vaDependentsV3')
    expect(camelCase('form_a__b_CD')).toBe('formABCd')
  })
})
