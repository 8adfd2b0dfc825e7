import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPlan } from '../domain/plan/read-plan.ts'
import { expectedPlans } from '../domain/plan/score/expected-plans.ts'
import { scorePlans } from '../domain/plan/score/score-plans.ts'
import { scoreTable } from '../domain/plan/score/score-table.ts'

const folder = process.argv[2]
if (!folder) {
  process.stderr.write(
    'Usage: npm run read-plans -- FOLDER (with expected.json beside the plans)\n',
  )
  process.exit(2)
}
const expected = expectedPlans(readFileSync(join(folder, 'expected.json'), 'utf8'))
const plans = Object.entries(expected).map(([name, want]) => ({
  name,
  want,
  reading: readPlan(readFileSync(join(folder, name), 'utf8')),
}))
process.stdout.write(scoreTable(scorePlans(plans)))
