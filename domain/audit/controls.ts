/** A control of NIST SP 800-53 Rev. 5, and what of Rollcall does it. */
export interface Control {
  readonly id: string
  readonly title: string
  /** Sentences: what does it, and what is left to whoever runs Rollcall. */
  readonly how: string
}

/**
 * The controls that Rollcall helps to meet. Titles are those of the catalogue. Which tests show each
 * is read from the tests themselves: a comment `@control AU-2` above one.
 */
export const CONTROLS: readonly Control[] = [
  {
    id: 'AU-2',
    title: 'Event Logging',
    how: 'What is logged is one closed list of kinds of entries; a table names the entries of every operation that writes, and a test fails for an operation that is not in it.',
  },
  {
    id: 'AU-3',
    title: 'Content of Audit Records',
    how: 'An entry holds what happened, when by the database’s clock, where, from which address, its outcome, who with which roles and token, and each changed row before and after.',
  },
  {
    id: 'AU-4',
    title: 'Audit Log Storage Capacity',
    how: 'The log is not evicted. Whoever runs Rollcall gives PostgreSQL its disk; a full one means that nothing is changed.',
  },
  {
    id: 'AU-5',
    title: 'Response to Audit Logging Process Failures',
    how: 'No change without its entry: both commit together or not at all, and an answer says so. Without its guards the log is not written to: the processes do not start.',
  },
  {
    id: 'AU-6',
    title: 'Audit Record Review, Analysis, and Reporting',
    how: 'The government lead reads what is new since the last review, open overrides first, and says so with a note; the review is an entry. A feed and signed webhooks hand entries to a SIEM.',
  },
  {
    id: 'AU-7',
    title: 'Audit Record Reduction and Report Generation',
    how: 'Filters, words, saved views, the state at any moment and the difference between two, and exports as JSON Lines, CSV and OCSF; none of them changes an entry.',
  },
  {
    id: 'AU-8',
    title: 'Time Stamps',
    how: 'Entries are stamped at COMMIT by the database’s clock, in UTC to the microsecond, and time never runs back along the chain. Whoever runs Rollcall keeps that clock.',
  },
  {
    id: 'AU-9',
    title: 'Protection of Audit Information',
    how: 'The application’s role may neither change nor remove an entry; entries are chained by SHA-256, and signed heads leave the database, so that a rewritten or shortened log shows.',
  },
  {
    id: 'AU-10',
    title: 'Non-repudiation',
    how: 'Who acted is in the hashed bytes with their roles and when they proved who they are; signing and widening ask for a fresh sign-in.',
  },
  {
    id: 'AU-11',
    title: 'Audit Record Retention',
    how: 'Entries are kept for good. Personal data stands beside the hashed bytes under salted digests, so that a person is erased and the chain still verifies.',
  },
  {
    id: 'AU-12',
    title: 'Audit Record Generation',
    how: 'The database itself refuses a change without an entry that tells exactly it, whatever the application does.',
  },
  {
    id: 'AC-5',
    title: 'Separation of Duties',
    how: 'One table of rights: administrators set up and do not flip what is protected, auditors write nothing, an override is reviewed by a second person, two people loosen what guards.',
  },
  {
    id: 'AC-6',
    title: 'Least Privilege',
    how: 'Rights are by role and team, tokens are limited, service accounts never sign, named actors are shown to who needs them, and the database role has no right on the log but to add.',
  },
  {
    id: 'CM-3',
    title: 'Configuration Change Control',
    how: 'What widens in production is checked at the moment of action against the plan, the sign-offs, freezes and stages, and is logged with what it rests on.',
  },
  {
    id: 'CM-5',
    title: 'Access Restrictions for Change',
    how: 'Only who may flips, in their team, with a fresh sign-in where it is protected; every attempt that was refused is an entry.',
  },
]
