import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'

export interface Texts {
  words: Words
  formats: Formats
}
