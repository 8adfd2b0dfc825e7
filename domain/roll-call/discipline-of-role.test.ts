import { expect, test } from 'vitest'
import { disciplinesOfRole } from './discipline-of-role.ts'

test.each([
  ['Program Manager', ['product']],
  ['PM', ['product']],
  ['Product Owner', ['product']],
  ['OCTO Product Owner', ['government_lead']],
  ['Government Lead', ['government_lead']],
  ['DEPO lead', ['government_lead']],
  ['Back-end engineer', ['backend']],
  ['Backend', ['backend']],
  ['FE', ['frontend']],
  ['Front end developer', ['frontend']],
  ['Full-stack engineer', ['frontend', 'backend']],
  ['UX designer', ['design']],
  ['Accessibility specialist', ['accessibility']],
  ['508', ['accessibility']],
  ['QA tester', ['qa']],
  ['Content writer', ['content']],
  ['Privacy officer', ['security_privacy']],
  ['Analytics', ['analytics']],
  ['Call center liaison', ['contact_center']],
  ['Technical Lead', []],
  ['', []],
])('"%s" is on the hook for %j', (role, disciplines) => {
  expect(disciplinesOfRole(role)).toEqual(disciplines)
})
