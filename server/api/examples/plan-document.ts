/** The release plan of the examples, with a contradiction for a person to see. */
export const PLAN_DOCUMENT = `# Release Plan: new intake form

## Step 1: Development

| Toggle name | Description |
| --- | --- |
| new_intake_form | Asks for income on one page instead of four |

## Step 2: Validation

- [x] Checked in staging by the whole team

## Step 3: Production rollout

### Do I need a staged rollout? **Yes**

### Define the Rollback process

The on-call engineer turns the toggle off as soon as the error rate doubles.

### Stage A: Internal test users

- Length of time: Until ten submissions have been validated

### Stage B: Canary

- Length of time: 2 days
- Percentage of Users: 10%

### Stage C: 50% of users

- Length of time: 1 week
- Percentage of Users: 25%

## Points of Contact

**Primary POCs**

Grace Okafor - Government Lead

Priya Raman - Program Manager

**Backup POCs**

Tomás Ibarra - Technical Lead

Ben Castellano - Backend

Fern Lindqvist - Frontend
`

/** The page of a go/no-go meeting. */
export const MEETING_DOCUMENT = `# Refill requests: Launch Go / No Go

**Ben**: Is monitoring and alerting configured and working as expected?
- Answer:

**Fern**: Are there any severe defects outstanding?
- Answer: No
`
