/** Another evaluation process that the rules come from. */
export interface Upstream {
  /** Its address, without a slash at the end. */
  readonly url: string
  /** A flags token: it decides the environment. */
  readonly token: string
}
