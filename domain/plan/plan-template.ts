/** What a new plan is asked before its text begins. */
export interface NewPlan {
  readonly product: string
  /** The share of people of each stage, in percent, widening. */
  readonly shares: readonly number[]
}

/**
 * The text of a new plan: the headings of the release plan template in use, prompts in our own
 * words, and nothing answered. A stage for each share; the first is the canary.
 */
export function planTemplate({ product, shares }: NewPlan): string {
  return `# Release Plan: ${product}

## Step 1: Development

Each toggle of this release in a row of its own.

| Toggle name | Description |
| --- | --- |
| [FILL_IN] | [FILL_IN] |

## Step 2: Validation

- [ ] Quality assurance has tested it by the team's usual practice
- [ ] The whole team has tried it in staging
- [ ] The systems behind it are told and ready
- [ ] Every discipline and the government lead have said go

## Step 3: Production rollout

### Do I need a staged rollout?

Yes or no. A yes to all three means that everybody can get it at once.

- It does not add functionality that people did not have: [FILL_IN]
- It does not change the flow of a task: [FILL_IN]
- It does not increase traffic to backend services: [FILL_IN]

### Define the Rollback process

[FILL_IN]: who turns which toggle off, on what sign, and whom they tell

### Points of Contact

#### Primary

- Government lead: [FILL_IN]
- Program manager: [FILL_IN]
- Tech lead: [FILL_IN]

#### Backup

- Tech lead: [FILL_IN]

### Phase I: moderated production testing (also known as User Acceptance Testing, or UAT)

#### Planning

- Desired date range or test duration: [FILL_IN]
- Desired number of users: [FILL_IN]
- How the right people are found: [FILL_IN]
- How they test: [FILL_IN]
- How they alone get access in production: [FILL_IN]

#### Results

- Number of users: [FILL_IN]
- Number of bugs identified / fixed: [FILL_IN]
- Was any system behind it affected: [PICK_ONE]: yes/no
- Types of errors logged: [FILL_IN]
- What changes because of it: [FILL_IN]

### Phase II: Staged Rollout (also known as unmoderated production testing)

#### Rollout Planning

- Desired date range: [FILL_IN]
- How the number of people who get it is limited: [FILL_IN]
- What must be true before the next stage ("success criteria"): [FILL_IN]
- Links to dashboards: [FILL_IN]
- Who watches the dashboards: [FILL_IN]

${shares.map(stage).join('\n')}
## Post Launch metrics

### 1-week results

${results}
### 1-month results

${results}
## Post-launch Questions

1. How well does it serve the people it was made for? [FILL_IN]
2. Which of its numbers were met, and which were not? [FILL_IN]
3. What will the next release do differently? [FILL_IN]
4. When does the toggle go, and who takes it out? [FILL_IN]
`
}

const results = `- Number of unique users: [FILL_IN]
- Metrics against the "success criteria": [FILL_IN]
- Was any system behind it affected: [PICK_ONE]: yes/no
- Types of errors logged: [FILL_IN]
- What changes because of it: [FILL_IN]
`

function stage(share: number, index: number): string {
  const letter = String.fromCodePoint(65 + index)
  const name = index === 0 && share < 100 ? `Canary - ${share}%` : `${share}%`
  return `### Stage ${letter}: ${name} of users

#### Planning

- Length of time: [FILL_IN]
- Percentage of Users: ${share}%

#### Results

${results}`
}

/** The stages that a new plan begins with, in percent. */
export const USUAL_SHARES: readonly number[] = [1, 25, 50, 75, 100]
