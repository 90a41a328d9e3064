import { readingSeconds } from '../../domain/material.js'
import type { Words } from '../../language/words.js'
import type { Formats } from '../formats.js'

/** How long a script takes to read, and whether that is more than it may take; nothing where nothing is written. */
export function readingText(
  words: Words,
  formats: Formats,
  { script, seconds, wordsPerMinute }: { script: string; seconds: number | null; wordsPerMinute: number },
): string {
  const t = words.materials
  const reading = readingSeconds(script, wordsPerMinute)
  if (reading === 0) return ''
  const text = formats.number(reading)
  return seconds !== null && reading > seconds
    ? t.readingOver(text, formats.number(seconds))
    : t.readingTime(text)
}
