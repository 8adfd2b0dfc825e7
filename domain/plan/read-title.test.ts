import { describe, expect, it } from 'vitest'
import { planText } from './plan-text.ts'
import { readTitle } from './read-title.ts'

const title = (text: string) => readTitle(planText(text))?.title ?? null

describe('the title of a plan', () => {
  it.each([
    ['# **Release Plan **', 'Release Plan'],
    ['# Release Plan Template\n\nSo!', 'Release Plan Template'],
    ['# --DRAFT-- (In Progress)\n\n# Permits: Release Plan', 'Permits: Release Plan'],
    ['# Renew a parking permit\n\n## Planning', 'Renew a parking permit'],
    ['Permit Launch Plan\n===\n', 'Permit Launch Plan'],
    ['## Release Plan: Permits\n\n### Development', 'Release Plan: Permits'],
    ['# Permit Rollout\n\n## Rollback', 'Permit Rollout'],
    ['# [Permit plan](https://example.gov)\n', 'Permit plan'],
    ['# Table of Contents\n\n# Permit Plan\n\n# Rollback', 'Permit Plan'],
    ['# Release Plan: Permits [DRAFT]', 'Release Plan: Permits [DRAFT]'],
  ])('of %j is %j', (text, expected) => {
    expect(title(text)).toBe(expected)
  })

  it.each([
    '## Step 1: Development\n\n## Step 2: Validation',
    '## When to use this release plan\n\n# Release Plan Template',
    '## Feature description\n\n## Step 1: Development',
    '**Permit Release Plan**\n\n### Rollback',
    '# Background\n\n# Rollback',
    'Words.',
    '',
  ])('is none in %j', (text) => {
    expect(title(text)).toBe(null)
  })
})
