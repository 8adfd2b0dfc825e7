/** Who asks in an example, by first name: everybody's role is in the README. */
type Asker =
  | 'priya'
  | 'tomas'
  | 'grace'
  | 'ben'
  | 'fern'
  | 'dalia'
  | 'quentin'
  | 'ada'
  | 'victor'
  | 'alma'

/**
 * One request of the story that the examples tell. The first of each operation is its example in
 * the OpenAPI document; the test sends them all, in their order. `{name}` stands for what an earlier
 * answer gave, kept under that name, and `{soon}` and `{later}` for a day and two days ahead.
 */
export interface Example {
  /** The id of the operation. */
  readonly of: string
  /** Null for one that proves itself by another header. */
  readonly as: Asker | null
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly json?: unknown
  readonly markdown?: string
  /** What is kept of the answer: names, each with the path of a member. */
  readonly keep?: Readonly<Record<string, string>>
}
