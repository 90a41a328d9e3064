/** Every text of the product, in Indonesian first. English must have the same keys, or it does not compile. */
import * as en from './en/index.js'
import * as id from './id/index.js'

type Section = Record<string, unknown>
/** The shape of the Indonesian catalogue with every text as any text. */
type Texts<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: never[]) => string
      ? T[K]
      : T[K] extends Section
        ? Texts<T[K]>
        : T[K]
}

export type Words = Texts<typeof id>

export const words: { id: Words; en: Words } = { id, en }
