const encoder = new TextEncoder()

/** A text as the bytes of an upload. */
export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text)
}

/** What of the plan a test says differently. */
interface PlanWords {
  readonly title?: string
  readonly toggles?: readonly string[]
  readonly rollback?: string
  readonly contacts?: string
}

/** A whole release plan of Benefits Portal, with invented people, that leaves nothing to ask. */
export function releasePlan(words: PlanWords = {}): string {
  const {
    title = 'Release Plan: Claim status letters',
    toggles = ['claim_status_letters'],
    rollback = 'We switch the toggle off and post in the team channel; Tomás confirms within ten minutes.',
    contacts = backupContacts,
  } = words
  return `# ${title}

## Step 1: Development

${toggles.map((key) => `**Toggle name:** \`${key}\`\n\n**Description:** Shows claim status letters for ${key}.`).join('\n\n')}

## Step 2: Validation

- [x] Tested in staging by the whole team
- [x] Downstream systems were told

## Step 3: Production rollout

### Do I need a staged rollout?

- This change does not add substantial new functionality: **Yes**
- This change does not impact user flows through tasks: **Yes**
- This change does not affect traffic to backend services: **Yes**

### Define the Rollback process

${rollback}

### Points of Contact

**Primary POCs**

- Rosalind Achebe - Program Manager
- Ben Castellano - Backend

${contacts}
`
}

const backupContacts = `**Backup POCs**

- Ike Sorensen - Frontend`

/** A go/no-go sheet with three prompts, one of them answered by its author. */
export const goNoGoSheet = `# Claim status letters: Launch Go / No Go

**Ben**: Is monitoring and alerting configured and working as expected?
- Answer:

**Fern**: Are there any severe defects outstanding?
- Answer: No

**Everyone**: Does anyone have any reason to postpone the launch?
- Answer:
`

/** A plan that contradicts itself: the heading of its first stage says 25 %, the body 50 %. */
export const contradictoryPlan = `# Release Plan: Claim status letters

## Step 3: Production rollout

### Stage A: 25% of users

We turn the toggle \`claim_status_letters\` on for 50% of users.

- Planned dates: March 3 to March 5

### Stage B: 100% of users

- Planned dates: March 9
`
