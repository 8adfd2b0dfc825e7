import { describe, expect, it } from 'vitest'
import { isCurrent } from './nav-item.ts'

describe('where one is', () => {
  it('is below a page as well as on it', () => {
    expect(isCurrent({ href: '/plans', label: 'Plans' }, '/plans')).toBe(true)
    expect(isCurrent({ href: '/plans', label: 'Plans' }, '/plans/eligibility')).toBe(true)
  })

  it('is not at an address that only begins alike', () => {
    expect(isCurrent({ href: '/plans', label: 'Plans' }, '/plans-archive')).toBe(false)
  })

  it('is home only at home', () => {
    expect(isCurrent({ href: '/', label: 'Home' }, '/')).toBe(true)
    expect(isCurrent({ href: '/', label: 'Home' }, '/toggles')).toBe(false)
  })
})
