import { describe, expect, it } from 'vitest'
import { headingKind } from './heading-kind.ts'

describe('what a heading announces', () => {
  it.each([
    ['Step 1: Development', 'toggles'],
    ['Feature Toggles', 'toggles'],
    ['STEP 2: VALIDATION', 'validation'],
    ['Step 3: Production rollout', 'production'],
    ['Do I need a stagged roll out?', 'staged_question'],
    ['Define Rollback process', 'rollback'],
    ['Define the Roll-Back proces', 'rollback'],
    ['Rolback Criteria', 'rollback'],
    [
      'Phase I: moderated production testing (also known as User Acceptance Testing, or UAT)',
      'uat',
    ],
    ['Phase I: Testing', 'uat'],
    ['Phase II: Staged Rollout (also known as unmoderated production testing)', 'rollout'],
    ['Phase II: unmoderated production testing', 'rollout'],
    ['Phased Rollout Strategy', 'rollout'],
    ['Phase I: LAUNCH', 'rollout'],
    ['Stage A: Canary', 'stage'],
    ['Phase 2: 25% of users', 'stage'],
    ['Launch to 50%', 'stage'],
    ['Stage A Results (Jan 6-8)', 'results'],
    ['Planning:', 'planning'],
    ['Results', 'results'],
    ["Back Up POC's", 'contacts'],
    ['Points of Contact', 'contacts'],
    ['Responsibilities', 'contacts'],
    ['Go Live!', 'go_live'],
    ['Post-Launch Metrics', 'post_launch'],
    ['1-week results (at 100%):', 'one_week'],
    ['One Month Results', 'one_month'],
    ['Post-launch Questions', 'questions'],
    ['When to use this release plan', 'guidance'],
    ['Exceptions', 'exceptions'],
    ['Decision: ____', 'decision'],
    ['Table of Contents', 'contents'],
    ['Success Criteria', 'criteria'],
  ])('%s: %s', (heading, kind) => {
    expect(headingKind(heading)).toBe(kind)
  })

  it.each([
    'Launch communications',
    'Contact Center review',
    'Feature description',
    'Use Cases',
    '',
  ])('is nothing known for %j', (heading) => {
    expect(headingKind(heading)).toBe(null)
  })
})
