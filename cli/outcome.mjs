/** How a command ends, for whoever called it. Documented in docs/guides/api-and-cli.md. */
export const EXIT = {
  done: 0,
  refused: 1,
  usage: 2,
  checksNotPassed: 3,
  notAllowed: 4,
  unreachable: 5,
}

/** Ends a command with a code and a sentence; `problem` is what the API answered, if it did. */
export class Failure extends Error {
  /**
   * @param {number} code
   * @param {string} sentence
   * @param {Record<string, unknown> | null} problem
   */
  constructor(code, sentence, problem = null) {
    super(sentence)
    this.code = code
    this.problem = problem
  }
}

/** @param {string} sentence */
export function misused(sentence) {
  return new Failure(EXIT.usage, sentence)
}
