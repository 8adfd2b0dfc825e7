import fc from 'fast-check'
import { compareWithModel } from './compare-with-model.ts'
import type { Model } from './model.ts'
import type { Real } from './real.ts'

/** One step of a release: what it does to the model and to Rollcall, after which both stand the same. */
export class Step implements fc.AsyncCommand<Model, Real> {
  readonly #said: string
  readonly #act: (model: Model, real: Real) => Promise<void>

  constructor(said: string, act: (model: Model, real: Real) => Promise<void>) {
    this.#said = said
    this.#act = act
  }

  check(): boolean {
    return true
  }

  async run(model: Model, real: Real): Promise<void> {
    await this.#act(model, real)
    await compareWithModel(model, real, this.#said)
  }

  toString(): string {
    return this.#said
  }

  [fc.toStringMethod](): string {
    return this.#said
  }
}

/** A step as a sentence and what it does. */
export function step(said: string, act: (model: Model, real: Real) => Promise<void>): Step {
  return new Step(said, act)
}
