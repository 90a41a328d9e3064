import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'

/** The reader's language: what every chart is given beside its figures. */
export interface Texts {
  words: Words
  formats: Formats
}
