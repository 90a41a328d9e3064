import type { Material } from './material.js'
import type { Medium } from './outlet.js'

/** What each medium can run: a station sound or moving pictures, a newspaper artwork, a site anything. */
const filesOf: Record<Medium, RegExp> = {
  radio: /^audio\//,
  tv: /^(video|image)\//,
  print: /^(image\/|application\/pdf$)/,
  online: /^(image\/|video\/|audio\/|application\/pdf$)/,
}

export function materialFileSuits(medium: Medium, mediaType: string): boolean {
  return filesOf[medium].test(mediaType)
}

/** Cuts end with a breath of silence: up to a second is no difference. */
const toleratedSeconds = 1

/** The file plays longer or shorter than the length that is written and paid for. */
export function lengthDiffers({ seconds, fileSeconds }: Pick<Material, 'seconds' | 'fileSeconds'>): boolean {
  return seconds !== null && fileSeconds !== null && Math.abs(seconds - fileSeconds) > toleratedSeconds
}
